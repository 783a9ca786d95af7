/* The reader's record: {"yijian-5": {mark, read, note}}, and of sentences {"yijian-5-s2": {mark, note,
   words, lang, page, from}}, kept in this browser, exported as a file (record-file.js).  What shows it is
   told when it has changed: window.kbRecord.shown. */
(() => {
  const panel = by("kb-reading");
  if (!panel) return;

  const { library } = panel.dataset, key = `kb-record ${library}`, articles = load(key), notes = `kb-notes ${library}`, sentences = load(notes), shown = [];
  const signs = () => {
    all(".kb-sign").forEach((each) => each.remove());
    all(".kb-nav li a, .contents li a").forEach((link) => {
      const [, base, number] = /([a-z][a-z0-9-]*)\/(\d+(?:-\d+)*)\.html$/.exec(link.pathname) || [];
      const known = articles[`${base}-${number}`];
      if (!known) return;
      const told = [["mark", "★", "标记"], ["note", "✎", "笔记"], ["read", "✓", "已读"]].filter(([name]) => known[name]);
      const sign = make("span", { className: `kb-sign${known.read ? " kb-read" : ""}`, title: told.map((each) => each[2]).join("、") }, told.map((each) => each[1]).join(""));
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", sign.title);
      link.before(sign);
    });
    all(".contents").forEach((contents) => {
      const line = contents.querySelector(".kb-progress") || make("small", { className: "kb-progress" }), read = all(".kb-read", contents).length;
      line.textContent = read ? `已读${read}条` : "";
      contents.querySelector("h2").append(line);
    });
  };
  const changed = () => {
    kept(save(key, articles) && save(notes, sentences));
    signs();
    shown.forEach((act) => act());
  };
  const keep = (id, name, value) => {
    const known = articles[id] = articles[id] || {};
    if (value) known[name] = value;
    else delete known[name];
    if (!Object.keys(known).length) delete articles[id];
    changed();
  };
  /** Keeps what the reader has at a sentence; nothing: forgets it. */
  const keepSentence = (id, own) => {
    if (own && (own.mark || own.note)) sentences[id] = own;
    else delete sentences[id];
    changed();
  };
  window.kbRecord = { articles, changed, keep, keepSentence, library, sentences, shown };
  if (settings.notes) html.dataset.notes = settings.notes;
  signs();

  const file = (act) => (window.kbRecordFile ? Promise.resolve() : script(`${root}assets/js/record-file.js`)).then(() => act(window.kbRecordFile));
  const chooser = panel.querySelector("[type=file]");
  by("kb-export").onclick = () => file(({ write }) => write());
  by("kb-import").onclick = () => chooser.click();
  chooser.onchange = () => {
    const chosen = chooser.files[0];
    if (chosen) file(({ read }) => read(chosen).then(say));
    chooser.value = "";
  };
})();
