export const modern = this === undefined;
