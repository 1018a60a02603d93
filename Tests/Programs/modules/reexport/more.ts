export const three = 3;
export const four = 4;
