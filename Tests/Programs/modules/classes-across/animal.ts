export enum Kind { Dog, Other = 9 }
export class Animal {
  static all: Animal[] = [];
  constructor(protected name: string, readonly kind: Kind) {}
  speak(): string { return `${this.name} (${Kind[this.kind]})`; }
}
export const register = (a: Animal): void => void Animal.all.push(a);
