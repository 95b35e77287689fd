import { expect, test } from "vitest";
import * as playground from "../playground/words";
import * as launcher from "../src/chat/launcherWords";
import * as chatMore from "../src/chat/moreWords";
import * as chat from "../src/chat/words";
import { counted } from "../src/counting";
import * as more from "../src/delivery/moreWords";
import * as delivery from "../src/delivery/words";
import { days, knownTag, money } from "../src/language";
import * as reviews from "../src/reviews/words";

/** Spaces of any width as the plain one: which one stands in a format is the browser's business. */
const plain = (text: string) => text.replace(/\s/g, " ");

test.each([
  ["tr", "tr"],
  ["tr-TR", "tr-TR"],
  ["tr_TR", "tr-TR"],
  ["TR", "tr"],
  ["en-GB", "en-GB"],
  ["pl", "en"],
  ["ar-EG", "en"],
  ["constructor", "en"],
  ["not a locale", "en"],
  ["", "en"],
])("a page in %j is spoken to in %s", (locale, tag) => {
  expect(knownTag(locale, delivery.WORDS)).toBe(tag);
});

test.each([
  ["en", "29.90", "TRY", "₺29.90"],
  ["tr", "29.90", "TRY", "₺29,90"],
  ["tr-TR", "1229.5", "EUR", "€1.229,50"],
  ["en-GB", "1229.5", "EUR", "€1,229.50"],
  ["en", "1500", "JPY", "¥1,500"],
  ["en", "90071992547409931.25", "USD", "$90,071,992,547,409,931.25"],
])("money in %s: %s %s is %s", (tag, amount, currency, expected) => {
  expect(plain(money(tag, { amount, currency }))).toBe(expected);
});

test.each([
  ["en", ["2026-11-24", "2026-11-25"], ["Tue Nov 24", "Wed Nov 25"]],
  ["en-GB", ["2026-11-30", "2026-12-02"], ["Mon 30 Nov", "Wed 2 Dec"]],
  ["tr", ["2026-11-24", "2026-11-24"], ["24 Kas Sal", "24 Kas Sal"]],
  ["tr", ["2026-12-30", "2027-01-06"], ["30 Ara Çar", "6 Oca Çar"]],
  ["tr", ["2026-12-30", "2027-01-22"], ["30 Ara", "22 Oca"]],
])("days in %s: %j are %j, wherever the shopper is", (tag, dates, expected) => {
  expect(days(tag, ...dates).map(plain)).toEqual(expected);
});

test.each([
  ["delivery", delivery.en, delivery.tr],
  ["delivery, on demand", more.en, more.tr],
  ["reviews", reviews.en, reviews.tr],
  ["launcher", launcher.en, launcher.tr],
  ["chat", chat.en, chat.tr],
  ["chat, on demand", chatMore.en, chatMore.tr],
  ["playground", playground.en, playground.tr],
])("every Turkish phrase has the places of the English one and is not empty: %s", (_, en, tr) => {
  const phrases = (words: object) => new Map(Object.entries(words).map(([key, said]) => [key, JSON.stringify(said)]));
  const places = (text = "") => new Set(text.match(/\{\w+\}/g));
  for (const [key, phrase] of phrases(en)) {
    expect(phrases(tr).get(key), key).toMatch(/[^"]/);
    expect(places(phrases(tr).get(key)), key).toEqual(places(phrase));
  }
});

test.each([
  ["en", 1, "1 review"],
  ["en", 1204, "1,204 reviews"],
  ["en", 4.3, "4.3 reviews"],
  ["tr", 1204, "1.204 reviews"],
])("in %s %d is counted as %s", (tag, n, expected) => {
  expect(counted(tag, reviews.en.count, n)).toBe(expected);
});
