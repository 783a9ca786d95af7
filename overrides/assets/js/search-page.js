/* The results page, search.html?q=...: all hits, filters, the table to download. */
(() => {
"use strict";
const { KINDS, BROKEN, asked, button, by, download, groupHits, foldHits, hitHeading, make, quoted, pickable, rename, root, script, address, elsewhere, showHit, told, wordLink } = window.kbShared;
const engine = window.kbEngine;
const box = by("kb-query"), list = by("kb-search-hits"), summary = by("kb-search-summary"), filters = document.querySelector(".kb-search-filters");
const { kind, article } = filters.elements, csv = by("kb-csv");
const FEW = 20, FEW_REPORTS = 10; // hits in reports, and reports that hold them, from which on one chooses among them
let hits = [], shown = [], turn = 0, facts, choices;
by("search-results").remove();
list.id = "search-results"; // here the page itself is the list of results

window.kbShowAll = async (query) => {
  const mine = ++turn, options = { kind: kind.value, article: article.value };
  try {
    const found = await engine.search(query, options), near = found.length || found.note ? [] : await engine.suggest(query, true);
    if (mine !== turn) return;
    hits = found;
    await offer();
    if (mine !== turn) return;
    draw(query, options);
    if (near.length) list.append("相近的词条：", ...near.map((word) => make("p", {}, wordLink(word))));
  } catch (error) {
    summary.textContent = BROKEN;
  }
};

/** Offers what reports state as choices, where hits are many, in many reports or in volumes, or the address has chosen. */
async function offer() {
  if (!facts) {
    const held = hits.filter((hit) => hit.kind === "report"), chosen = ["volume", "year", "place", "issuer", "genre"].some((name) => asked.get(name));
    if (held.length <= FEW && !chosen) return;
    const found = await engine.facts(), reports = new Set(held.map(({ url }) => url.split("#")[0])).size;
    if (reports <= FEW_REPORTS && !chosen && !found.choices.some(([name]) => name === "volume")) return;
    if (!window.kbChoices) await script(`${root}assets/js/choosing.js`);
    facts = found;
    // the page has a choice called kind of its own: of articles, reports, terms
    choices = window.kbChoices(filters, csv, facts.choices.map(([name, ...rest]) => [name === "kind" ? "genre" : name, ...rest]), "处");
    choices.recall(asked);
  }
  choices.selects.forEach((each) => { each.parentNode.hidden = !hits.some((hit) => hit.kind === "report"); });
}

/** Shows the hits that are chosen; only those in reports state anything. */
function draw(query, options) {
  const picked = facts && choices.picked(), of = (hit) => hit.kind === "report" ? facts.of(hit.number) : null;
  shown = picked ? hits.filter((hit) => choices.fits(of(hit))) : hits;
  if (facts) choices.count(hits.map((hit) => ({ of: of(hit) })));
  const all = groupHits(shown), address = new URLSearchParams(Object.assign({ q: query }, options));
  if (facts) choices.selects.forEach(({ name, value }) => value && address.set(name, value));
  if (query.length < 300) rename(`?${address}`);
  const note = told(query, hits);
  summary.textContent = (note && `${note}。`) + (all.length ? `${quoted(query)}：${all.map(([name, some]) => `${name} ${some.length} 处`).join("，")}` : picked && hits.length ? "没有合条件的" : "");
  list.textContent = "";
  list.append(...all.map(group));
}

function group([name, some]) {
  const rows = make("ol"), more = button("再显示一些", add);
  const all = foldHits(some);
  let shown = 0;
  function add() {
    rows.append(...all.slice(shown, shown += 200).map((row) => make("li", {}, showHit(row[0]), row[1] && make("details", {}, make("summary", {}, elsewhere(row)), ...row.slice(1).map((hit) => make("a", { href: address(hit) }, hit.title))))));
    pickable(rows);
    more.hidden = shown >= all.length;
  }
  add();
  return make("section", {}, hitHeading(name, some.length), rows, more);
}

/** A cell that no spreadsheet takes for a formula. */
const cell = (text) => `"${text.replace(/^(?=\s*[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
csv.onclick = () => {
  const rows = [["类别", "出处", "编号", "原句", "含原词"], ...shown.map((hit) => [KINDS[hit.kind], hit.title, hit.id, hit.text, hit.exact ? "是" : "否"])];
  download("检索结果.csv", "text/csv", "\ufeff", ...rows.map((row) => `${row.map(cell).join(",")}\r\n`));
};
by("kb-print").onclick = () => print();
filters.onchange = ({ target }) => {
  const query = box.value.trim();
  if (query && (target === kind || target === article)) window.kbShowAll(query);
  else if (query) draw(query, { kind: kind.value, article: article.value });
};
engine.articles().then((bases) => {
  kind.append(...Object.keys(KINDS).map((each) => new Option(KINDS[each], each)));
  for (const { names, articles } of bases) article.append(...articles.map(([id, , , name, text]) => new Option(`${names[0]}${name} ${text.slice(0, 14)}`, id)));
  filters.hidden = false;
  const behind = new URLSearchParams(location.hash.slice(1)); // a passage stands behind the #
  for (const field of [box, kind, article]) field.value = asked.get(field.name) || behind.get(field.name) || "";
  if (box.value) window.kbShowAll(box.value.trim()); else box.focus();
}).catch(() => { summary.textContent = BROKEN; });
})();
