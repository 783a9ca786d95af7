/* Findings, at the head of a page and on 疑点: mend the words, say that they are in order, or leave
   them for later. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { all, apply, button, form, label, make, open } = desk;

  const fine = (finding, near, from) => {
    const reason = make("input", { type: "text", maxLength: 200, placeholder: "如 原文如此" });
    open(near, "无误", [form("这里没有错。文字改动以前不再提。", [label("理由", reason)], "无误", () => apply({ do: "finding", finding: finding.id, verdict: "fine", reason: reason.value.trim() || "原文如此" }))], from);
  };
  const row = (finding, near) => {
    const made = make("p", { className: "desk-row desk-answers desk-apart" });
    const add = (name, title, act) => {
      const one = button(name, () => Promise.resolve(act(one)).catch(desk.complain));
      one.title = title;
      one.dataset.deskKey = `${finding.id} ${name}`;
      made.append(one);
    };
    if (finding.words_can_be_mended) add("改正", "改这几个字", (from) => desk.mend({ piece: finding.piece, start: finding.start, end: finding.end, words: finding.words }, near, from, { suggestion: finding.suggestion }));
    add("无误", "原文如此，文字改动以前不再提", (from) => fine(finding, near, from));
    add("以后再看", "这一次不再列出", () => apply({ do: "finding", finding: finding.id, verdict: "later", reason: "以后再看" }));
    return made;
  };
  desk.page.then((page) => {
    const findings = (page && page.findings) || [];
    const places = all(".findings > li, .page-findings li");
    if (places.length !== findings.length) return; // another page than the desk thinks of
    places.forEach((place, i) => place.append(row(findings[i], place)));
  });
})();
