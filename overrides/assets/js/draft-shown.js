/* 核稿: the draft with its marks, and what was found beside it (generator/outputs/draft/view.py). */
const { make } = window.kbShared;
const SENTENCE = /[^。！？!?\n]*[。！？!?]+[”’」』）)]*|[^。！？!?\n]+|\n/g;
const link = (href, text, label) => { const made = make("a", { href }, text); if (label) made.setAttribute("aria-label", label); return made; };

/** Draws the draft into an element. */
function showDraft(home, report) {
  const notes = notesOf(report), { text } = report, changes = [].concat(...report.quotations.map((each) => each.changes)), cuts = new Set();
  for (const each of [...notes, ...report.stretches, ...changes]) cuts.add(each.start).add(each.end);
  const edges = [...cuts].sort((a, b) => a - b);
  let line = make("p");
  const finish = () => { if (line.textContent.trim()) home.append(line); line = make("p"); };
  for (let match, form = new RegExp(SENTENCE.source, "g"); (match = form.exec(text));) {
    if (match[0] === "\n") { finish(); continue; }
    const start = match.index, end = start + match[0].length;
    line.append(...piecesOf(report, notes, changes, [start, ...edges.filter((at) => start < at && at < end), end]));
    notes.filter((each) => start < each.end && each.end <= end).forEach((each) => line.append(noteOf(each)));
  }
  finish();
  return notes;
}
function piecesOf({ text, stretches }, notes, changes, edges) {
  const found = [], start = edges[0];
  for (let i = 0; i + 1 < edges.length; i++) {
    const low = edges[i], high = edges[i + 1], over = (each) => each.start < high && low < each.end, here = notes.filter(over);
    changes.filter((each) => each.start === low && each.end === low && each.original).forEach((each) => found.push(changed("", "", each.original)));
    here.filter((each) => Math.max(each.start, start) === low).forEach((each) => found.push(make("span", { id: `m${each.number}` })));
    const kinds = [...new Set(here.map((each) => each.kind).concat(stretches.some((each) => each.kind === "document" && over(each)) ? "document" : []))].join(" ");
    const change = changes.find((each) => each.start <= low && high <= each.end && each.start < each.end), words = text.slice(low, high);
    found.push(change ? changed(words, kinds, change.original) : kinds ? make("span", { className: kinds }, words) : words);
    here.filter((each) => each.end === high).forEach((each) => found.push(make("sup", {}, link(`#n${each.number}`, String(each.number), `第${each.number}处：${each.what}`))));
  }
  return found;
}
const changed = (words, kinds, original) => make("mark", { className: `change ${words ? kinds : "gap"}`.trim(), title: `原文：${original || "无"}` }, words);
function noteOf({ number, kind, what, more, page }) {
  const made = make("span", { className: `dr-note n-${kind}`, id: `n${number}` }, link(`#m${number}`, String(number), `回到第${number}处文字`), make("b", {}, what), more, page && Object.assign(link(root + page, "去看"), { className: "dr-see" }));
  made.setAttribute("role", "note");
  return made;
}

/** Draws the tables below: articles left out and spoken of, reports. */
function showRest(home, { text, coverage, runs }) {
  const quote = (words, from, page) => make("blockquote", {}, `${short(words, 160)} `, make("cite", {}, page ? link(root + page, `——${from}`) : from));
  const table = (title, heads, rows, none) => {
    home.append(make("h2", {}, title));
    if (!rows.length) return home.append(make("p", {}, none));
    const body = make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, ...[].concat(cell))))));
    home.append(make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), body));
  };
  const named = (each) => [link(root + each.page, each.name), make("br"), each.heading];
  table("没有讲到的条文", ["条文", "本库报告里可看的做法"], coverage.filter((each) => !each.spoken.length).map((each) => [named(each), each.passages.length ? each.passages.map(([words, from, page]) => quote(words, from, page)) : "本库报告也没有讲到。"]), "条条都讲到了。");
  table("讲到的条文", ["条文", "稿子里的话和依据"], coverage.filter((each) => each.spoken.length).map((each) => [named(each), each.spoken.slice(0, 3).map(({ start, end, why }) => quote(text.slice(start, end), why))]), "没有。");
  const counts = new Map();
  runs.forEach(({ report, letters }) => counts.set(report, (counts.get(report) || 0) + letters));
  table("与哪些报告相同", ["字数", "报告"], [...counts].sort((a, b) => b[1] - a[1]).slice(0, 50).map(([report, letters]) => [`${letters}字`, link(root + report.page, report.name)]), "没有。");
}

/** Draws all that was found below the form. */
window.kbShowDraft = (report) => {
  const found = document.getElementById("draft-found"), [list, text, rest] = ["draft-summary", "draft-shown", "draft-rest"].map((id) => document.getElementById(id));
  [list, text, rest].forEach((each) => { each.textContent = ""; });
  list.append(...summaryOf(report).map((words) => make("li", {}, words)));
  showDraft(text, report);
  showRest(rest, report);
  found.hidden = false;
  return found;
};
