/* The reader's own marks and notes at sentences, tied to a sentence's id and its words: where the text
   has been built anew they go with the words, or say that those have changed.  Kept by reader-record.js. */
(() => {
  const record = window.kbRecord, { root } = window.kbShared, { exact, sourceOf } = copying;
  const all_s = all("main .text .s[id], main h1 .s[id]");
  if (!record || !all_s.length) return;
  const depth = root.split("../").length, page = location.pathname.split("/").slice(-depth).join("/"), { lang } = html;
  const box = make("form", { className: "kb-jot kb-apart", onsubmit: stay });
  const note = make("textarea", { placeholder: "笔记，只存在这台电脑上", rows: 3 });
  note.setAttribute("aria-label", "本句笔记");
  let open = null;

  /* In the other script the words are others, letter for letter. */
  const isSame = (own, known) => (known.lang === lang ? exact(own) === known.words : exact(own).length === known.words.length);
  const blockOf = (own) => own.closest("p, h1, h2, h3") || own;
  const last = (block) => {
    let after = block;
    while (after.nextElementSibling && after.nextElementSibling.matches(".kb-mine, .kb-jot")) after = after.nextElementSibling;
    return after;
  };
  const mine = (id, known, told) => {
    const made = make("div", { className: "kb-mine kb-apart" }, make("q", {}, known.words.length > 24 ? `${known.words.slice(0, 24)}…` : known.words));
    if (told) made.append(make("small", {}, told));
    if (known.note) made.append(make("p", {}, known.note));
    const own = by(id);
    if (own) made.append(button("改", () => edit(own), "kb-do"));
    else made.append(button("删除", () => record.keepSentence(id), "kb-do"));
    return made;
  };
  const draw = () => {
    all(".kb-mine").forEach((each) => each.remove());
    all_s.forEach((each) => each.classList.remove("kb-marked"));
    Object.keys(record.sentences).forEach((id) => {
      const known = record.sentences[id], own = all_s.find((each) => each.id === id);
      if (!own && known.page !== page) return;
      const moved = !(own && isSame(own, known)) && all_s.find((each) => exact(each) === known.words && !record.sentences[each.id]);
      if (moved) {
        record.sentences[moved.id] = known;
        delete record.sentences[id];
      }
      const at = moved || own;
      if (at) at.classList.toggle("kb-marked", !!known.mark);
      const isChanged = !at || !isSame(at, known);
      if (isChanged) last(at ? blockOf(at) : all(".text").pop()).after(mine(id, known, "原文的字句已经改了，这是当时的"));
      else if (known.note) last(blockOf(at)).after(mine(at.id, known, ""));
    });
  };

  const keep = (name, value) => {
    const known = Object.assign({}, record.sentences[open.id], { words: exact(open), lang, page, from: sourceOf(open) || document.title });
    if (value) known[name] = value; else delete known[name];
    record.keepSentence(open.id, known);
    show();
  };
  const marked = button("标记", () => keep("mark", !(record.sentences[open.id] || {}).mark), "kb-do");
  const show = () => marked.setAttribute("aria-pressed", !!(record.sentences[open.id] || {}).mark);
  const close = () => {
    box.remove();
    const own = open, stop = own.nextElementSibling;
    open = null;
    draw();
    (stop && stop.matches(".perma") ? stop : own).focus({ preventScroll: true });
  };
  note.oninput = () => keep("note", note.value);
  box.append(note, marked, button("完成", close, "kb-do"), button("删除", () => {
    record.keepSentence(open.id);
    close();
  }, "kb-do"));
  on(box, "keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  function edit(own) {
    open = own;
    note.value = (record.sentences[own.id] || {}).note || "";
    draw();
    show();
    last(blockOf(own)).after(box);
    note.focus();
  }
  sentenceTools.add("记", "标记本句，写笔记", edit);
  record.shown.push(() => open || draw());
  draw();
})();
