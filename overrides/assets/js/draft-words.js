/* 核稿: what was found, in plain words, as the command says it (generator/outputs/draft/wording.py). */
const short = (words, longest = 90) => { const plain = words.split(/\s+/).join(" ").trim(); return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`; };
const namesOf = (places) => [...new Set(places.map(({ name }) => name))].join("、");
function counted(what, counts, kinds = counts) {
  const total = kinds.reduce((sum, each) => sum + each[1], 0);
  return total ? `${what}${total}处：${counts.filter((each) => each[1]).map(([name, count]) => name + count).join("，")}` : `${what}：没有`;
}
/** The lines above the draft. */
function summaryOf({ quotations, citations, coverage, shares, findings }) {
  const count = (some, fits) => some.filter(fits).length, verdicts = (verdict) => count(quotations, (each) => each.verdict === verdict);
  const cited = [["有这一条", count(citations, (each) => each.exists)], ["没有这一条", count(citations, (each) => !each.exists)]], astray = ["所引文字不在该条", count(citations, (each) => each.exists && each.quotation >= 0 && !each.stands)];
  const total = shares.document + shares.shared + shares.own, share = (letters) => Math.round(100 * letters / Math.max(1, total)), document = share(shares.document), shared = share(shares.shared), spoken = count(coverage, (each) => each.spoken.length);
  return [
    counted("引文", [["一字不差", verdicts("exact")], ["有改动", verdicts("altered")], ["未找到", verdicts("missing")]]),
    counted("引用条款", cited.concat([astray]), cited),
    `条文${coverage.length}条：讲到${spoken}条，没有讲到${coverage.length - spoken}条`,
    `全文${total}字：文件的话${document}%，与本库报告相同${shared}%，自己的话${total ? 100 - document - shared : 0}%`,
    findings.length ? `文字疑点：${findings.length}处` : "文字疑点：没有",
  ];
}
function ofQuotation(text, { verdict, places, changes, original, punctuation, marked }) {
  const names = namesOf(places);
  if (verdict === "missing") return ["引文未找到", "本库的文件里没有这句话。"];
  if (verdict === "exact") return ["引文一字不差", `在${names}${punctuation && marked ? "，只有标点不同" : ""}。`];
  const said = changes.slice(0, 5).map(({ start, end, original }) => {
    const here = text.slice(start, end);
    return here && original ? `“${original}”改成“${here}”` : here ? `多“${here}”` : original ? `少“${short(original)}”` : "";
  }).filter(Boolean);
  const told = said.length ? `改动：${said.join("；")}${changes.length > 5 ? `，共${changes.length}处` : ""}。` : "";
  return ["引文有改动", `${places.length > 1 ? "几处的话连在了一起，" : ""}${names}原文是“${short(original)}”。${told}`];
}
function ofCitation({ exists, name, quotation, stands }, quotations) {
  if (!exists) return ["没有这一条", `文件里没有${name}。`];
  if (quotation < 0) return ["有这一条", `${name}。`];
  if (stands) return ["有这一条", `${name}，所引文字在这里。`];
  const quoted = quotations[quotation];
  return ["所引文字不在该条", quoted.verdict === "missing" ? `${name}里没有所引的文字，本库文件别处也没有。` : `所引文字不在${name}，在${namesOf(quoted.places)}。`];
}
/** The notes in order: {number, start, end, kind, what, more, page}. */
function notesOf({ text, quotations, citations, runs, findings }) {
  const found = [];
  const add = (start, end, kind, [what, more], page) => found.push({ start, end: Math.max(end, start + 1), kind, what, more, page });
  quotations.forEach((each) => add(each.start, each.end, `q-${each.verdict}`, ofQuotation(text, each), each.places.length ? each.places[0].page : ""));
  citations.forEach((each) => add(each.start, each.end, each.exists && (each.quotation < 0 || each.stands) ? "c-good" : "c-bad", ofCitation(each, quotations), each.page));
  runs.forEach((each) => add(each.start, each.end, "shared", ["与报告相同", `${each.letters}字与《${each.name}》相同${each.reports > 1 ? `；共${each.reports}篇有这段话` : ""}。`], each.page));
  findings.forEach((each) => add(each.start, each.end, "doubt", [each.what, `${each.message}。`], ""));
  found.sort((a, b) => a.end - b.end || a.start - b.start || (a.kind < b.kind ? -1 : 1));
  found.forEach((each, at) => { each.number = at + 1; });
  return found;
}
