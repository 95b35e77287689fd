const step = (code: string, about: object = {}) => ({ code, on: null, at: null, days: null, name: "", ...about });

/** One of each, and one of a later service. */
export const STEPS = [
  step("NOT_BEFORE", { on: "2026-11-23" }),
  step("EXPECTED", { on: "2026-11-23" }),
  step("SPLIT"),
  step("CUTOFF", { on: "2026-11-23", at: "15:00" }),
  step("CUTOFF", { on: "2026-11-23" }),
  step("HANDLING", { days: { from: 1, to: 1 } }),
  step("DISPATCH", { on: "2026-11-24" }),
  step("TRANSIT", { days: { from: 1, to: 2 } }),
  step("TRANSIT", { days: { from: 0, to: 0 } }),
  step("WIDENED", { days: { from: 0, to: 2 } }),
  step("HOLIDAY", { on: "2026-11-25", name: "Cumhuriyet Bayramı" }),
  step("CLOSED", { on: "2026-11-26" }),
  step("WEEKEND", { on: "2026-11-28" }),
  step("HALF_DAY", { on: "2026-11-27", at: "13:00", name: "Arife" }),
  step("HALF_DAY", { on: "2026-11-27", at: "13:00" }),
  step("TELEPORTED", { on: "2026-11-28" }),
];

export const EN_STEPS = [
  "Sent from Mon Nov 23 on",
  "Back in stock on Mon Nov 23",
  "It comes from more than one warehouse; the last parcel counts",
  "Ordered before 3:00 PM on Mon Nov 23",
  "Ordered in time for Mon Nov 23",
  "1 working day to pack it",
  "Leaves on Tue Nov 24",
  "1–2 working days on the way",
  "Arrives on the day it leaves",
  "Up to 2 working days more, because parcels took longer lately",
  "Wed Nov 25 is a holiday: Cumhuriyet Bayramı",
  "Closed on Thu Nov 26",
  "No work at the weekend from Sat Nov 28",
  "Fri Nov 27 ends at 1:00 PM: Arife",
  "Fri Nov 27 ends at 1:00 PM",
];

export const TR_STEPS = [
  "23 Kas Pzt gününden itibaren gönderilir",
  "23 Kas Pzt günü yeniden stokta",
  "Birden çok depodan gelir; son paket sayılır",
  "23 Kas Pzt günü saat 15:00 öncesinde sipariş verilirse",
  "23 Kas Pzt gününe yetişen sipariş",
  "Hazırlama 1 iş günü",
  "24 Kas Sal günü yola çıkar",
  "Yolda 1–2 iş günü",
  "Yola çıktığı gün gelir",
  "Son zamanlarda geciktiği için en çok 2 iş günü fazlası",
  "25 Kas Çar tatil: Cumhuriyet Bayramı",
  "26 Kas Per günü kapalı",
  "28 Kas Cmt gününden itibaren hafta sonu çalışılmaz",
  "27 Kas Cum saat 13:00 sonrası çalışılmaz: Arife",
  "27 Kas Cum saat 13:00 sonrası çalışılmaz",
];

const DAY = [["09:00", "18:00"]];
export const WEEK = [DAY, DAY, DAY, DAY, DAY, [["10:00", "14:00"]], []];
