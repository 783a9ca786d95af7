/* 核稿: the tables it needs (generator/outputs/draft/tables.py), loaded by script tags, and the check itself. */
const { root, script } = window.kbShared, folder = `${document.querySelector("[data-root]").dataset.root}draft/`;
const coming = {};
window.kbDraft = (name, content) => coming[name](content);
const load = (name, from = folder) => new Promise((resolve, reject) => {
  coming[name] = resolve;
  script(`${from}${name}.js`).catch(reject);
});
/** Numbers that are given as steps. */
const summed = (steps) => { let last = 0; return steps.map((step) => last += step); };

let tables, opened;
const open = () => opened = opened || load("m", `${root}draft/`).then((it) => {
  it.folds = new Map((it.folds.match(/../gu) || []).map((two) => [...two]));
  tables = it;
  it.originals = it.originals.map(([base, article, name, text, labels, starts, pages, shown = text]) => ({ base, article, name, text, shown, starts, pages, letters: lettersIn(text, labels) }));
}).catch((error) => { opened = null; throw error; });

/** Where letters of a report stand: its page and the sentence. */
function addressOf({ page, prefix, starts, numbers }, at) {
  let index = 0;
  while (index + 1 < starts.length && starts[index + 1] <= at) index++;
  return numbers.length ? `${page}#${prefix}${numbers[index]}` : page;
}

/** Promises all that the check of a text finds; `tell` is told how far it is, from 0 to 1. */
window.kbCheckDraft = async (text, tell = () => {}) => {
  await open();
  const letters = lettersIn(text), quotations = findQuotations(text, letters), citations = findCitations(text, quotations), document = ofDocument(letters, quotations);
  const own = document.map((each) => 1 - each), grams = hashed(letters.row), found = [];
  let done = 0;
  const shards = [...tables.shards.keys()], firsts = tables.shards.map((count, at) => tables.shards.slice(0, at).reduce((sum, each) => sum + each, 0));
  const worker = async () => {
    while (shards.length) {
      const number = shards.shift(), rows = await load(`r${number}`);
      rows.forEach(([prefix, row, starts, numbers], i) => {
        const [name, page] = tables.reports[firsts[number] + i], report = { number: firsts[number] + i, name, page, prefix, row, starts, numbers };
        const some = takenOver(grams, own, report);
        if (some.length) Object.assign(report, { starts: summed(starts), numbers: summed(numbers) });
        found.push(...some);
      });
      tell(++done / tables.shards.length);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const runs = runsOf(letters, found), kinds = [...document].map((each) => each ? "document" : "own");
  for (const { low, high } of runs) for (let at = low; at < high; at++) if (kinds[at] === "own") kinds[at] = "shared";
  const shares = { document: 0, shared: 0, own: 0 }, stretches = [];
  kinds.forEach((kind, at) => {
    shares[kind]++;
    const last = stretches[stretches.length - 1];
    if (last && last.kind === kind) last.last = at + 1; else stretches.push({ kind, first: at, last: at + 1 });
  });
  stretches.forEach((each) => { [each.start, each.end] = spanOf(letters, each.first, each.last); });
  runs.forEach((run) => { run.page = addressOf(run.report, run.at); run.name = run.report.name; });
  return { text, quotations, citations, coverage: findCoverage(text, letters, quotations, citations), runs: runs.sort((a, b) => a.start - b.start || a.end - b.end), stretches, shares, findings: findDoubts(text) };
};
