// One visit of a page by a browser that knows nothing of it, as a phone four times slower than this machine:
//
//   node visit.mjs CHROMIUM URL [SELECTOR …]   taps each selector once the page has settled, and prints figures as JSON
//
// Throttling is applied, not simulated: what is measured is what happened.

import puppeteer from "puppeteer-core";
import { startFlow } from "lighthouse";
import { MainThreadTasks } from "lighthouse/core/computed/main-thread-tasks.js";

const [chromium, url, ...taps] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"];
const SETTINGS = {
  formFactor: "mobile",
  throttlingMethod: "devtools",
  throttling: { cpuSlowdownMultiplier: 4, requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675 },
  onlyAudits: ["largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time", "interaction-to-next-paint"],
};
const LONG_TASK_MS = 50;
const SETTLED_MS = 1500;

const figure = (result, audit) => result.lhr.audits[audit]?.numericValue ?? null;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A task is ours when a script of ours ran in it or called it: an element drawn by the page's framework counts as well.
async function cost({ artifacts }, base) {
  const tasks = await MainThreadTasks.request(artifacts.Trace, { computedCache: new Map(), settings: SETTINGS });
  const isOurs = (task) => base !== null && task.attributableURLs.some((address) => address.startsWith(base));
  const oursIn = (task) => (isOurs(task) ? task.selfTime : 0) + task.children.reduce((sum, child) => sum + oursIn(child), 0);
  // The thread's own time, which a neighbour on this machine does not lengthen; waiting for the browser is not in it.
  const cpuOf = (task) => (task.event.tdur ?? 0) / 1000;
  const ownCpu = (task) => cpuOf(task) - task.children.reduce((sum, child) => sum + cpuOf(child), 0);
  const long = tasks.filter((task) => !task.parent && task.duration >= LONG_TASK_MS);
  return {
    main_thread_ms: tasks.filter(isOurs).reduce((sum, task) => sum + task.selfTime, 0),
    main_thread_cpu_ms: tasks.filter(isOurs).reduce((sum, task) => sum + ownCpu(task), 0),
    long_tasks: long.filter((task) => oursIn(task) >= LONG_TASK_MS).length,
    all_long_tasks: long.length,
    all_main_thread_ms: tasks.reduce((sum, task) => sum + task.selfTime, 0),
  };
}

// The widget on the page: where its script comes from, and which elements show something.
const widgetOn = (page) =>
  page.evaluate(() => {
    const script = document.querySelector("script[data-store][src]");
    const elements = [...document.querySelectorAll("*")].filter((one) => /^support-/.test(one.localName));
    const filled = elements.filter((one) => one.matches(":state(filled)")).map((one) => one.localName);
    return { base: script ? new URL(".", script.src).href : null, elements: elements.map((one) => one.localName), filled };
  });

async function scrollThrough(page) {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 400) {
      window.scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    window.scrollTo({ top: 0, behavior: "instant" });
  });
  await pause(SETTLED_MS);
}

// Each in a time span of its own, so that every tap has its figure. Null where there is nothing to tap.
async function tap(flow, page, selector) {
  const target = await page.$(selector);
  if (!target) return null;
  await flow.startTimespan();
  await target.tap();
  await pause(SETTLED_MS);
  await flow.endTimespan();
  return selector;
}

const browser = await puppeteer.launch({ executablePath: chromium, args: FLAGS });
try {
  const page = await browser.newPage();
  const flow = await startFlow(page, { config: { extends: "lighthouse:default", settings: SETTINGS } });
  await flow.navigate(url);
  await flow.startTimespan();
  await scrollThrough(page);
  await flow.endTimespan();
  const tapped = [];
  for (const selector of taps) if (await tap(flow, page, selector)) tapped.push(selector);
  const widget = await widgetOn(page);
  const [load, scroll, ...touched] = flow.createArtifactsJson().gatherSteps;
  const { steps } = await flow.createFlowResult();
  const told = steps.map((step, at) => ({ lhr: step.lhr, artifacts: [load, scroll, ...touched][at].artifacts }));
  const inp = tapped.map((_, at) => figure(told[at + 2], "interaction-to-next-paint"));
  console.log(
    JSON.stringify({
      lcp_ms: figure(told[0], "largest-contentful-paint"),
      tbt_ms: figure(told[0], "total-blocking-time"),
      cls: figure(told[0], "cumulative-layout-shift") + figure(told[1], "cumulative-layout-shift"),
      ...(await cost(told[0], widget.base)),
      scroll: await cost(told[1], widget.base),
      inp: Object.fromEntries(tapped.map((selector, at) => [selector, inp[at]])),
      widget,
      // How fast Lighthouse finds this machine; four times slower than one of 1500 to 2000 is a phone of the middle.
      benchmark_index: steps[0].lhr.environment.benchmarkIndex,
    }),
  );
} finally {
  await browser.close();
}
