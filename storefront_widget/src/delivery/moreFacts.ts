import { isRecord } from "../reading";
import { is, isDay, text } from "./facts";

/** One step to a date, by its code; what does not belong to it is null or empty. */
export interface Step {
  readonly code: string;
  readonly on: string | null;
  readonly at: string | null;
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly name: string;
}

export interface Pickup {
  readonly name: string;
  readonly address: string;
  readonly ready: string | null;
  /** Seven days, Monday first, each with its shifts. */
  readonly hours: readonly (readonly (readonly [string, string])[])[];
}

export interface Link {
  readonly url: string;
}

type Body = Readonly<Record<string, unknown>>;

export function stepsOf(option: object): Step[] {
  return list((option as { steps?: unknown }).steps).map(({ code, on, at, days, name }) => ({
    code: text(code) ?? "",
    on: isDay(on) ? on : null,
    at: isClock(at) ? at : null,
    days: isRecord(days) && isCount(days.from) && isCount(days.to) ? { from: days.from, to: days.to } : null,
    name: text(name) ?? "",
  }));
}

export function pickupsOf(body: Body): Pickup[] {
  return list(body.pickup).map(({ name, address, ready, hours }) => ({
    name: text(name) ?? "",
    address: text(address) ?? "",
    ready: isDay(ready) ? ready : null,
    hours: Array.isArray(hours) && hours.length === WEEK ? hours.map(shiftsOf) : [],
  }));
}

/** Null where nothing is said of duties; else the merchant's own note, which may be empty. */
export function dutiesOf({ region }: Body): string | null {
  return isRecord(region) && region.duties === true ? (text(region.note) ?? "") : null;
}

export function returnsOf({ returns }: Body): ({ readonly days: number } & Link) | null {
  return isRecord(returns) && isCount(returns.days) ? { days: returns.days, url: address(returns.url) } : null;
}

export function wrongOf({ wrong }: Body): Link | null {
  const url = isRecord(wrong) ? address(wrong.url) : "";
  return url ? { url } : null;
}

const WEEK = 7;

function shiftsOf(shifts: unknown): (readonly [string, string])[] {
  return (Array.isArray(shifts) ? shifts : []).filter(
    (shift): shift is [string, string] => Array.isArray(shift) && isClock(shift[0]) && isClock(shift[1]),
  );
}

function list(value: unknown): Body[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isClock(value: unknown): value is string {
  return is(value, /^\d\d:\d\d/);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** Links lead to pages, and never run anything. */
function address(value: unknown): string {
  return is(value, /^https?:\/\//) ? value : "";
}
