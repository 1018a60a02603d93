export class A {
  m() {
    if (a) {
  }
}
export const b = 1;
