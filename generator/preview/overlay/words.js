/* Words that are selected in a report, or a whole sentence: link them, mend a misprint, make a term of
   them, take them out as no part of the text, or let another text begin there. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { all, apply, button, form, label, make, on, open } = desk, LEFT_OUT = "rt, rp, .kb-apart, .kb-pick, .desk-apart";
  const field = (value = "", most = 400) => make("input", { type: "text", value, maxLength: most });
  const letters = (text) => [...text].length;
  const texts = (own) => {
    const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(LEFT_OUT)) found.push(walker.currentNode);
    return found;
  };
  const wordsOf = (own) => texts(own).map((each) => each.data).join("");

  /** The words between two places of the page as a span of the piece, or null. */
  const spanOf = (range, page) => {
    const known = {};
    (page.sentences || []).forEach((each) => { known[each.id] = each; });
    const parts = [];
    all("article[data-report] .s[id]").forEach((own) => {
      if (!known[own.id] || !range.intersectsNode(own)) return;
      let before = 0, taken = "";
      texts(own).forEach((node) => {
        const from = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? node.data.length : 0;
        const to = node === range.endContainer ? range.endOffset : range.comparePoint(node, node.data.length) > 0 ? 0 : node.data.length;
        const outside = range.comparePoint(node, 0) > 0 || (from >= to);
        if (outside) before += taken ? 0 : letters(node.data);
        else {
          if (!taken) before += letters(node.data.slice(0, from));
          taken += node.data.slice(from, to);
        }
      });
      if (taken) parts.push({ start: known[own.id].start + before, words: taken, own });
    });
    if (!parts.length) return null;
    let words = parts[0].words, end = parts[0].start + letters(parts[0].words);
    parts.slice(1).forEach((each) => {
      words += "\n".repeat(Math.max(0, each.start - end)) + each.words;
      end = each.start + letters(each.words);
    });
    return { piece: page.piece.piece, start: parts[0].start, end, words, parts };
  };
  const spanOfSentence = (own, page) => {
    const known = (page.sentences || []).find((each) => each.id === own.id);
    return known && { piece: page.piece.piece, start: known.start, end: known.end, words: wordsOf(own), parts: [{ own }] };
  };
  const short = (words) => { const [...each] = words.replace(/\s+/g, ""); return each.length > 40 ? `${each.slice(0, 38).join("")}…` : each.join(""); };
  const at = ({ piece, start, end, words }) => ({ piece, start, end, words });

  const linked = (span, near, from, page) => {
    const choice = desk.chooser(page.articles || [], "写的是"), role = desk.roles("", "按程序判定"), note = field("", 200);
    open(near, "加关联", [form(`“${short(span.words)}”`, [choice.row, label("性质", role), label("理由", note)], "加上", () => {
      const to = choice.value();
      if (!to) throw Error("先选一条");
      const action = { do: "link", decision: "add", report: span.piece, start: span.start, end: span.end, words: span.words, base: to.base, article: to.article, note: note.value.trim() };
      return apply(role.value ? Object.assign(action, { role: role.value }) : action);
    })], from);
  };
  const none = (span) => apply({ do: "link", decision: "none", report: span.piece, start: span.start, end: span.end, words: span.words });
  const erratum = (span, near, from, given) => {
    const { suggestion = "", reason: why = "明显的错字" } = given || {};
    const correct = field(suggestion || span.words), reason = field(why, 200), suspect = make("input", { type: "checkbox" });
    open(near, "勘误", [form(`原作“${short(span.words)}”`, [label("应作", correct), label("理由", reason), make("label", { className: "desk-check" }, suspect, "只是存疑：正文不动，列入疑点")], "改正", () => {
      if (!suspect.checked && correct.value === span.words) throw Error("还没有改");
      return apply(Object.assign({ do: "erratum", correct: correct.value, reason: reason.value.trim(), suspect: suspect.checked }, at(span)));
    })], from);
    correct.select();
  };
  const term = (span, near, from, page) => {
    const name = field(short(span.words), 60), as = make("select", {}, new Option("新词条", "new"), new Option("已有词条的另一种说法", "alias"), new Option("帮助判断关联的字眼", "hint"));
    const kind = field("", 20), list = make("datalist", { id: "desk-terms" }, ...(page.terms || []).map((each) => new Option(each)));
    name.setAttribute("list", "desk-terms");
    kind.placeholder = "如 制度、说法、机构";
    const kindRow = label("类别", kind), nameRow = label("词条名", name);
    as.onchange = () => {
      kindRow.hidden = as.value !== "new";
      if (as.value !== "new" && name.value === short(span.words)) name.value = "";
      name.placeholder = as.value === "new" ? "" : "哪个词条";
    };
    open(near, "作为词条", [form(`“${short(span.words)}”`, [label("作为", as), nameRow, kindRow, list], "收入", () => {
      if (!name.value.trim()) throw Error("写上词条名");
      const action = { do: "term", words: span.words, name: name.value.trim(), as: as.value };
      if (as.value === "new" && kind.value.trim()) action.kind = kind.value.trim();
      return apply(action);
    })], from);
  };
  const cut = (span, near, from) => {
    const reason = field("", 200);
    reason.placeholder = "不是正文";
    open(near, "不是正文", [form(`“${short(span.words)}”从正文里去掉，原文件不动，整理记录里写明`, [label("理由", reason)], "去掉", () => apply(Object.assign({ do: "not_text", reason: reason.value.trim() || reason.placeholder }, at(span))))], from);
  };
  const divide = (span, near, from) => open(near, "另成一篇", [form(`从“${short(span.words)}”起另成一篇`, [], "分开", () => apply({ do: "piece", how: "divide", piece: span.piece, at: span.start, words: span.words.split("\n")[0].trim() }))], from);

  /** What can be done with a span, as a row of buttons. */
  const choices = (span, near, from, page, isWhole) => {
    const row = make("p", { className: "desk-row" }), add = (name, title, act) => row.append(Object.assign(button(name, () => Promise.resolve(act()).catch(desk.complain)), { title }));
    add("加关联", "这些话写的是哪一条", () => linked(span, near, from, page));
    if (span.parts.length === 1) add("勘误", "改正错字，写明理由", () => erratum(span, near, from));
    if (span.parts.length === 1 && letters(span.words) <= 40) add("作为词条", "收入词条", () => term(span, near, from, page));
    add("不是正文", "从正文里去掉", () => cut(span, near, from));
    if (isWhole) {
      add("与各条无关", "这一句哪一条都不写", () => none(span));
      add("另成一篇", "从这一句起是另一篇", () => divide(span, near, from));
    }
    return row;
  };
  desk.mend = erratum;
  desk.wordsMenu = (own, page, from) => {
    const span = page.piece && spanOfSentence(own, page);
    return span && choices(span, own, from || own, page, true);
  };

  /* What is selected: a row of buttons below its last line. */
  desk.page.then((page) => {
    if (!page || !page.piece || !document.querySelector("article[data-report]")) return;
    const row = make("div", { className: "desk-picked desk-apart", hidden: true });
    row.setAttribute("role", "toolbar");
    row.setAttribute("aria-label", "选中的话");
    document.body.append(row);
    const hide = () => { row.hidden = true; };
    const show = () => {
      const chosen = getSelection();
      if (!chosen.rangeCount || chosen.isCollapsed) return hide();
      const range = chosen.getRangeAt(0).cloneRange(), inside = range.commonAncestorContainer, holder = inside.nodeType === 1 ? inside : inside.parentElement;
      if (!holder.closest("article[data-report]") || holder.closest(".desk-card")) return hide();
      const span = spanOf(range, page);
      if (!span || !span.words.trim()) return hide();
      row.textContent = "";
      row.append(choices(span, range, span.parts[0].own, page, false));
      row.hidden = false;
      const lines = range.getClientRects(), line = lines[lines.length - 1], own = row.getBoundingClientRect();
      row.style.left = `${Math.max(12, Math.min(line.right - own.width / 2, document.documentElement.clientWidth - own.width - 12)) + scrollX}px`;
      row.style.top = `${line.bottom + 8 + scrollY}px`;
      return null;
    };
    on(document, "mouseup keyup touchend desk-restored", ({ target }) => {
      if (!row.contains(target)) setTimeout(show);
    });
    on(document, "selectionchange", () => { if (getSelection().isCollapsed && !row.contains(document.activeElement)) hide(); });
    on(row, "mousedown", (event) => event.preventDefault()); // what is selected stays so
    on(row, "click", hide);
    on(document, "keydown", (event) => {
      if (event.key === "Escape" && !row.hidden) hide();
    });
    on(document, "keydown", (event) => { // from what is selected to what can be done with it
      if (event.key === "Enter" && !row.hidden && !row.contains(event.target) && !event.target.closest("input, textarea, .desk-card, button, a")) {
        event.preventDefault();
        event.stopPropagation();
        row.querySelector("button").focus();
      }
    });
  });
})();
