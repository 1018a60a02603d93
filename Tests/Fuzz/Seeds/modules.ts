#!/usr/bin/env node
import a, { type b, c as d, "e" as f, type as } from "./g" with { type: "json" }; import type * as h from "i"; import j = k.l;
import m = require("n"); export * as o from "p"; export { q as default, r }; export type { s } from "t"; export = u;
export default class {} export declare namespace V.W { const x: number; } declare module "y" { export default z; }
declare global { var g: any } export import i = j; export abstract class K {} @dec export class L {}
