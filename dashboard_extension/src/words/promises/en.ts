import type { Counted } from "../en";

/** How well promises were kept. */
export const en = {
  title: "Promises",
  intro: "Every order’s promise beside the day on which the parcel came.",
  span: "How far back",
  spans: { "30": "30 days", "90": "90 days", "365": "A year" },
  kept: "kept",
  keptHeard: "{share} of the promises were kept",
  ofKnown: {
    one: "{kept} of {n} parcel whose arrival is known came in time. {made} were promised.",
    other: "{kept} of {n} parcels whose arrival is known came in time. {made} were promised.",
  } as Counted,
  tooFew: "Too few to judge",
  tooFewWhy: {
    one: "The arrival of {n} parcel is known, of {made} promised. From 20 on a share says something.",
    other: "The arrival of {n} parcels is known, of {made} promised. From 20 on a share says something.",
  } as Counted,
  atRisk: { one: "{n} at risk", other: "{n} at risk" } as Counted,
  late: { one: "{n} late", other: "{n} late" } as Counted,
  none: {
    what: "No promise yet",
    why: "The first order whose product page named a day begins this page. Name your times and carriers, and there are more.",
    next: "Set up delivery",
  },
  weeks: "Kept by week",
  weekOf: "Week of {day}",
  goal: "The goal is {share}",
  asTable: "As a table",
  week: "Week",
  methods: "By method",
  regions: "By region",
  warehouses: "By warehouse",
  method: "Method",
  region: "Region",
  warehouse: "Warehouse",
  share: "Kept",
  known: "Arrival known",
  made: "Promised",
  unnamed: "Not named",
  others: "{country}, {prefix}…",
};

export type PromiseWords = typeof en;
