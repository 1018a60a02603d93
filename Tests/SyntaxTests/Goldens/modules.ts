#!/usr/bin/env polyglot
import "side-effect";
import def, { type A, b as c, default as d, "e f" as g } from "./m";
import * as ns from "node:fs";
import type { T } from "./t";
import json from "./x.json" with { type: "json" };
import Alias = ns.inner;
export { def, c as "odd name", type A as AA };
export * from "./m"; export * as all from "./m"; export type * from "./t";
export const one = 1, two = 2;
export default async function () {}
export enum Color { Red, Green = Red << 1, "Blue" }
export const enum Flag { A = 1 }
export namespace Outer.Inner { export type X = 1; }
declare module "ambient" { export function f(): void; }
declare global { interface Window { x: 1 } }
declare const v: number;
export type Id<T> = T;
export interface Named<T> extends Other<T>, ns.More { readonly name: string; greet?(to: T): void; new (): T; (): T; get x(): 1; }
