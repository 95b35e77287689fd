import { expect, test } from "vitest";
import { en as appEn } from "../src/words/app/en";
import { tr as appTr } from "../src/words/app/tr";
import { en as besideEn } from "../src/words/beside/en";
import { tr as besideTr } from "../src/words/beside/tr";
import { en as contactsEn } from "../src/words/contacts/en";
import { tr as contactsTr } from "../src/words/contacts/tr";
import { en as deskEn } from "../src/words/desk/en";
import { tr as deskTr } from "../src/words/desk/tr";
import { en } from "../src/words/en";
import { fill, languageOf } from "../src/words/language";
import { en as mailsEn } from "../src/words/mails/en";
import { tr as mailsTr } from "../src/words/mails/tr";
import { en as reviewsEn } from "../src/words/reviews/en";
import { tr as reviewsTr } from "../src/words/reviews/tr";
import { en as setupEn } from "../src/words/setup/en";
import { tr as setupTr } from "../src/words/setup/tr";
import { en as ticketsEn } from "../src/words/tickets/en";
import { tr as ticketsTr } from "../src/words/tickets/tr";
import { tr } from "../src/words/tr";

/** Spaces of any width as the plain one: which one stands in a format is the browser's business. */
const plain = (text: string) => text.replace(/\s/g, " ");

test.each([
  ["en", "129.90", "USD", "$129.90"],
  ["en", "129.90", "TRY", "TRY 129.90"],
  ["en", "1234567.89", "EUR", "€1,234,567.89"],
  ["en", "90071992547409931.25", "USD", "$90,071,992,547,409,931.25"],
  ["en", "1500", "JPY", "¥1,500"],
  ["en", "-3.5", "USD", "-$3.50"],
  ["tr", "1234.5", "TRY", "₺1.234,50"],
  ["tr-TR", "129.90", "EUR", "€129,90"],
  ["en", "12.30", "points", "12.30 points"],
])("money in %s: %s %s is %s", (locale, amount, currency, expected) => {
  expect(plain(languageOf(locale).money({ amount, currency }))).toBe(expected);
});

test.each([
  ["tr", "tr", tr],
  ["tr-TR", "tr-TR", tr],
  ["tr_TR", "tr-TR", tr],
  ["en-GB", "en-GB", en],
  ["pl", "en", en],
  ["pt-BR", "en", en],
  ["not a locale", "en", en],
  ["", "en", en],
])("Dashboard's locale %j speaks %s", (locale, tag, words) => {
  const language = languageOf(locale);
  expect(language.tag).toBe(tag);
  expect(language.words).toBe(words);
});

test.each([
  [0, "now", "şimdi"],
  [59, "now", "şimdi"],
  [60, "1 minute ago", "1 dakika önce"],
  [7_199, "1 hour ago", "1 saat önce"],
  [86_400, "yesterday", "dün"],
  [3 * 86_400, "3 days ago", "3 gün önce"],
  [-30, "now", "şimdi"],
])("an order placed %i seconds ago", (seconds, english, turkish) => {
  const now = Date.parse("2026-03-04T12:00:00Z");
  const then = new Date(now - seconds * 1000).toISOString();
  expect(languageOf("en").ago(then, now)).toBe(english);
  expect(languageOf("tr").ago(then, now)).toBe(turkish);
});

test("a moment names its time zone, and the clock names the day only when it is another", () => {
  const { moment, clock } = languageOf("en");
  const noon = "2026-03-04T12:00:00+00:00";
  expect(moment(noon)).toMatch(/2026.*(UTC|GMT|[A-Z]{2,4}T)/);
  expect(clock(noon, Date.parse(noon) + 1)).not.toContain("2026");
  expect(clock(noon, Date.parse(noon) + 48 * 3_600_000)).toContain("2026");
});

test("numbers choose the phrase, and large ones are grouped", () => {
  expect(languageOf("en").count(en.pieces, 1)).toBe("1 item");
  expect(languageOf("en").count(en.pieces, 1200)).toBe("1,200 items");
  expect(languageOf("tr").count(tr.pieces, 1)).toBe("1 ürün");
});

test("a time is written as the reader's language writes it", () => {
  const evening = new Date(2026, 2, 4, 21, 5).toISOString();
  const morning = new Date(2026, 2, 4, 9, 5).toISOString();
  expect(languageOf("en").time(evening).replace(/\s/, " ")).toBe("9:05 PM");
  expect(languageOf("tr").time(morning)).toBe("09:05");
});

test("a language code becomes its name, and anything else stays", () => {
  expect(languageOf("en").languageName("tr")).toBe("Turkish");
  expect(languageOf("tr").languageName("en")).toBe("İngilizce");
  expect(languageOf("en").languageName("")).toBe("");
});

test("a country code becomes its name, and anything else stays", () => {
  expect(languageOf("en").country("TR")).toBe("Türkiye");
  expect(languageOf("tr").country("DE")).toBe("Almanya");
  expect(languageOf("en").country("")).toBe("");
  expect(languageOf("en").country("Deutschland")).toBe("Deutschland");
});

test.each([
  ["the card", en, tr],
  ["tickets", ticketsEn, ticketsTr],
  ["the setup", setupEn, setupTr],
  ["contacts", contactsEn, contactsTr],
  ["mails", mailsEn, mailsTr],
  ["the app", appEn, appTr],
  ["reviews", reviewsEn, reviewsTr],
  ["the inbox", deskEn, deskTr],
  ["what is beside it", besideEn, besideTr],
])("every Turkish phrase of %s has the places of the English one and is not empty", (_part, english, turkish) => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const compare = (english: unknown, turkish: unknown, path: string) => {
    if (english === undefined) {
      expect(turkish, path).toBeUndefined();
      return;
    }
    if (typeof english === "string") {
      expect(turkish, path).toBeTruthy();
      expect(places(String(turkish)), path).toEqual(places(english));
      return;
    }
    for (const [key, part] of Object.entries(english as object)) {
      if (key !== "one") compare(part, (turkish as Record<string, unknown>)[key], `${path}.${key}`);
    }
  };
  compare(english, turkish, "words");
});

test("a place without a value stays visible", () => {
  expect(fill("{a} and {b}", { a: "x" })).toBe("x and {b}");
});
