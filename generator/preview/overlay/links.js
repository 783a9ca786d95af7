/* Links on the pages of reports and of articles: accept, reject, say what the passage is, move. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { all, apply, button, form, make, on, open } = desk;
  const STATUS = { auto: "自动关联", confirmed: "已认可", added: "编者所加" };
  const action = (link, decision, more) => Object.assign({ do: "link", decision, report: link.report, start: link.start, end: link.end, words: link.words, base: link.base, article: link.article }, more);
  const send = (link, decision, more) => apply(action(link, decision, more));

  const asRole = (link, near, from) => {
    const select = desk.roles(link.role), note = make("input", { type: "text", maxLength: 200 });
    open(near, "改性质", [form(`${link.name}：这句话写的是`, [desk.label("性质", select), desk.label("理由", note)], "改成这样", () => send(link, "role", { role: select.value, note: note.value.trim() }))], from);
  };
  const asOther = (link, near, from, page) => {
    const choice = desk.chooser((page.articles || []).filter((each) => each.base === link.base), "改为"), note = make("input", { type: "text", maxLength: 200 });
    open(near, "改条", [form(`现在关联的是${link.name}`, [choice.row, desk.label("理由", note)], "改成这一条", () => {
      const to = choice.value();
      if (!to) throw Error("先选一条");
      return send(link, "reject", { to: to.article, note: note.value.trim() });
    })], from);
  };
  /** The four answers to one link, as buttons; their place is kept when the page comes back. */
  const answers = (link, near, page, key) => {
    const row = make("p", { className: "desk-row desk-answers" });
    const add = (name, title, act) => {
      const made = button(name, () => Promise.resolve(act(made)).catch(desk.complain));
      made.title = title;
      made.setAttribute("aria-label", `${name}：${link.name}`);
      made.dataset.deskKey = `${key} ${name}`;
      row.append(made);
      return made;
    };
    const yes = add("认可", "这一条关联是对的", () => send(link, "confirm"));
    if (link.status !== "auto") {
      yes.disabled = true;
      yes.title = "已经认可";
    }
    add("否定", "这一句不是写这一条的", () => send(link, "reject"));
    add("改性质", "做法、问题、措施、认识", (made) => asRole(link, near(), made));
    add("改条", "写的是另一条", (made) => asOther(link, near(), made, page));
    return row;
  };
  const told = (link) => `${STATUS[link.status] || link.status}${link.status === "auto" && link.chance ? `，把握${Math.round(100 * link.chance)}%` : ""}`;
  const roleName = (role) => (desk.ROLES.find(([each]) => each === role) || ["", role])[1];

  desk.page.then((page) => {
    if (!page) return;
    const bySentence = {}, byElement = {};
    (page.links || []).forEach((link) => {
      (link.sentences || []).forEach((id) => (bySentence[id] = bySentence[id] || []).push(link));
      (link.elements || []).forEach((id) => { byElement[id] = link; });
    });

    /* An article's page: below each passage. */
    all("li.passage[id]").forEach((passage) => {
      const link = byElement[passage.id];
      if (!link) return;
      const row = answers(link, () => passage.querySelector("blockquote") || passage, page, passage.id);
      passage.append(row);
      const kind = passage.querySelector(".kind");
      if (kind && link.status !== "auto") passage.classList.add("desk-settled");
    });

    /* A report's page: at each linked sentence, by a click on it, or Enter. */
    const menu = (own, from) => {
      const links = bySentence[own.id] || [], near = () => own;
      const rows = links.map((link) => make("div", { className: "desk-link" }, make("p", {}, make("b", {}, link.name), ` ${link.title || ""}`), make("p", { className: "desk-quiet" }, `${roleName(link.role)}　${told(link)}`, link.why && make("span", { className: "desk-why" }, link.why)), answers(link, near, page, own.id)));
      const more = desk.wordsMenu && desk.wordsMenu(own, page, from);
      if (!rows.length && !more) return;
      open(own, rows.length ? "本句的关联" : "本句", [...rows, more].filter(Boolean), from || own);
    };
    const sentences = all("article[data-report] .text .s[id], .report-head h1 .s[id]");
    sentences.forEach((own) => {
      if (bySentence[own.id]) own.classList.add("desk-linked");
      on(own, "click", (event) => {
        if (!bySentence[own.id] || event.target.closest("a") || !getSelection().isCollapsed || event.ctrlKey || event.metaKey) return;
        menu(own, own);
      });
      on(own, "keydown", (event) => {
        if (event.key !== "Enter" || event.target !== own) return;
        event.preventDefault();
        menu(own, own);
      });
    });
    /* In the margin, among the other tools of the sentence in hand, for those without a link, too. */
    const beside = () => {
      const side = document.querySelector(".kb-copy");
      if (!side || side.querySelector(".desk-here")) return;
      const made = button("裁", () => {
        let own = side;
        while (own && !own.matches(".s[id]")) own = own.previousElementSibling;
        if (own) menu(own, made);
      }, "desk-here");
      made.title = "裁定本句：关联、勘误、词条、另成一篇";
      side.append(made);
    };
    if (page.piece) on(document, "mouseover focusin click", () => setTimeout(beside, 200));
  });
})();
