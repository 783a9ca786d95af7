/* 对读: two panes, each with an ordinary page. Files may not look into one another, so the page
   and its panes send messages: a pane says what it holds (at) and which link was followed (open);
   the page says which article is read (article) and passes on ties (tied) and what is lit (light).
   A tie is numbered after the article's sentence, on both sides.
   Where both panes hold reports, each is told which stands beside it, and what is to be marked
   (beside, marks); it says how many runs the two share (runs), and which one is asked for (run). */
(() => {
  "use strict";
  const { all, article, articleId, asked, button, by, html, on, rename, root, script, stay } = window.kbShared;
  const frames = all(".panes iframe");
  const PAGE = /^\w[\w/-]*\.html(\?[^<>"]*)?(#[^<>"]*)?$/;
  const listen = (act) => on(window, "message", ({ data, source }) => act(Object(data), source));

  if (frames.length) {
    const form = document.querySelector(".pair"), says = form.querySelector("output");
    const boxes = [form.elements.a, form.elements.r];
    const same = form.querySelector(".same"), marks = all("[name=mark]", same), held = ["", ""];
    let read, runs = 0, at = 0;
    const path = (side, value) => `${side ? "reports/" : ""}${value}.html`;
    const open = (side, to) => frames[side].contentWindow.location.replace(new URL(root + to, location.href).href);
    const send = (side, message) => frames[side].contentWindow.postMessage(message, "*");
    const hold = (box, value, name) => {
      box.value = value;
      if (box.selectedIndex < 0) box.add(new Option(name, value, true, true));
    };
    const REPORT = /^reports\/|\.html$/g;
    /** Tells two reports of each other, or a report that it stands alone. */
    const pair = () => {
      const two = held.every(Boolean), marked = marks.filter((each) => each.checked).map((each) => each.value).join(" ");
      same.hidden = true;
      form.classList.remove("two");
      runs = at = 0;
      held.forEach((own, side) => own && send(side, { beside: two ? held[1 - side] : "", marks: marked }));
    };
    const go = (run) => {
      at = run;
      says.textContent = `第${at}处，共${runs}处`;
    };
    all("[name=step]", same).forEach((each) => {
      each.onclick = () => {
        go((at + Number(each.value) + (at || each.value > 0 ? 0 : 1) + runs - 1) % runs + 1);
        [0, 1].forEach((side) => send(side, { run: at, go: true }));
      };
    });
    marks.forEach((each) => { each.onchange = () => [0, 1].forEach((side) => send(side, { marks: marks.filter((one) => one.checked).map((one) => one.value).join(" ") })); });
    form.hidden = false;
    form.onsubmit = stay;
    form.elements.q.oninput = async ({ target }) => { // shown where the box does not hold all reports
      const query = target.value, hits = await window.kbSearch(query, { kind: "report", limit: 99 });
      if (query !== target.value || !hits.length) return;
      boxes[1].length = 0;
      hits.forEach(({ url, title }) => hold(boxes[1], /reports.(.+)\.html/.exec(url)[1], title));
      boxes[1].selectedIndex = -1;
      says.textContent = `${boxes[1].length}篇`;
    };
    boxes.forEach((box, side) => {
      const wanted = asked.get(box.name);
      if (wanted && PAGE.test(path(side, wanted))) open(side, path(side, wanted));
      box.onchange = () => open(side, path(side, box.value));
    });
    listen((told, from) => {
      const side = frames.findIndex((each) => each.contentWindow === from);
      if (side < 0) return;
      if (PAGE.test(told.open)) open(+told.open.startsWith("reports/"), told.open);
      else if (told.run) {
        go(told.run);
        send(1 - side, told);
      } else if ("runs" in told) {
        runs = told.runs;
        same.hidden = !runs;
        form.classList.toggle("two", runs > 0);
        says.textContent = runs ? `相同${runs}处` : "没有相同的文字";
      } else if (told.tied || told.light) {
        send(1 - side, told);
        if (told.tied) says.textContent = `相连${told.count}句`;
      } else if (typeof told.at === "string") {
        const value = side ? told.at.replace(REPORT, "") : told.at.replace(/\.html$/, "");
        if (!side) read = told.article;
        hold(boxes[side], value, told.name);
        held[side] = /^reports\//.test(told.at) ? told.at.replace(REPORT, "") : "";
        boxes[0].parentNode.firstChild.data = held[0] ? "报告 " : "条文 ";
        pair();
        if (read) send(1, { article: read });
        rename(`?a=${boxes[0].value}&r=${boxes[1].value}`);
      }
    });
    return;
  }

  const home = new URL(root || "./", location.href).href, tell = (message) => parent.postMessage(message, "*");
  let turn = 0;
  const light = (id, go) => {
    const found = all(".tied").filter((each) => {
      const fits = each.dataset.tie.split(" ").includes(id);
      each.classList.toggle("on", fits);
      return fits;
    });
    if (go && found.length) found[turn++ % found.length].scrollIntoView({ block: "center" });
  };
  const tie = (sentence, ids) => {
    sentence.classList.add("tied");
    sentence.dataset.tie = ids.join(" ");
    ids.slice().reverse().forEach((id) => {
      const tag = button("", null, "tie");
      tag.dataset.n = id.match(/\d*$/)[0];
      tag.setAttribute("aria-label", `条文第${tag.dataset.n}句，看对面相连的话`);
      const act = (go) => () => {
        light(id, false);
        tell({ light: id, go });
      };
      tag.onmouseenter = tag.onfocus = act(false);
      tag.onclick = act(true);
      sentence.before(tag);
    });
  };
  const untie = () => {
    all(".tie").forEach((tag) => tag.remove());
    all(".tied").forEach((each) => each.classList.remove("tied", "on"));
  };
  listen((told, from) => {
    if (from !== parent) return;
    if (typeof told.beside === "string") {
      untie();
      (window.kbBeside ? Promise.resolve() : script(`${root}assets/js/pair-reuse.js`)).then(() => window.kbBeside(told, tell));
    } else if (told.light) light(String(told.light), told.go);
    else if (Array.isArray(told.tied) && article) {
      untie();
      told.tied.forEach((id) => {
        const sentence = by(id);
        if (sentence) tie(sentence, [id]);
      });
    } else if (typeof told.article === "string" && !article) {
      untie();
      const ids = new Set();
      let count = 0;
      all(".s[data-to]").forEach((sentence) => {
        const mine = sentence.dataset.to.split(" ").filter((id) => id.startsWith(`${told.article}-s`));
        mine.forEach((id) => ids.add(id));
        if (!mine.length) return;
        count += 1;
        tie(sentence, mine);
      });
      tell({ tied: [...ids], count });
      const first = document.querySelector(".tied");
      if (first && !location.hash) first.scrollIntoView({ block: "center" });
    }
  });
  tell({ name: document.title.split(" · ")[0], at: decodeURI(location.href.slice(home.length).split(/[?#]/)[0]), article: articleId });
  on(document, "click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.closest("svg") || event.defaultPrevented || link.getAttribute("href").startsWith("#")) return;
    if (!link.href.startsWith(home) || !/\.html([?#]|$)/.test(link.href)) return;
    event.preventDefault();
    tell({ open: link.href.slice(home.length) });
  });
})();
