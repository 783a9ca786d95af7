/* 待办: what is to be decided, one at a time or as a list, a key for each answer. */
(() => {
  "use strict";
  const desk = window.kbDesk, place = desk && desk.by("desk-page");
  if (!place) return;
  const { all, apply, button, get, make, on, say } = desk;
  const KINDS = { error: "要改", link: "关联", unlinked: "可能漏了关联", misprint: "疑似错字", quotation: "引文有出入", piece: "不知是什么", finding: "疑点" };
  const told = make("p", { className: "quiet" }), box = make("div", {}), VIEW = "desk-queue";
  let tasks = [], at = 0, done = 0, isList = false, busy = false;
  try { isList = sessionStorage.getItem(VIEW) === "list"; } catch (error) { /* one at a time */ }
  const nameOf = (task) => KINDS[task.kind] || task.kind;
  const link = (task, words) => (task.page ? make("a", { href: `/${task.page}` }, words) : words === task.title && words);
  const words = (task) => {
    const [before, after] = task.around || ["", ""];
    return make("p", { className: "desk-passage" }, make("span", { className: "around" }, before), task.words && make("mark", {}, task.words), make("span", { className: "around" }, after));
  };
  const answer = (task, one) => {
    if (busy) return Promise.resolve();
    busy = true;
    say("正在记下…", "busy");
    return apply(one.action).then(() => {
      done += 1;
      tasks = tasks.filter((each) => each !== task);
      at = Math.min(at, Math.max(0, tasks.length - 1));
      show(true);
    }).catch((error) => say(error.message, "bad")).then(() => { busy = false; });
  };
  /* An answer that is told about (an article's words) has a line of its own. */
  const answers = (task, withKeys) => make("div", { className: "desk-row" }, ...task.answers.map((one) => {
    const { key, label, about } = one, made = button(label, () => answer(task, one), `desk-do desk-answer${about && withKeys ? " desk-wide" : ""}`);
    if (!withKeys) {
      made.title = about || "";
      return made;
    }
    made.prepend(make("kbd", {}, key));
    made.setAttribute("aria-keyshortcuts", key);
    if (about) made.append(make("small", {}, about));
    return made;
  }), another(task, withKeys));
  /* A sentence may be about an article that is not among the answers. */
  let articles = null;
  const isAbout = (task) => task.answers.some((each) => each.action.do === "about");
  const other = (task, near) => {
    articles = articles || get("page?address=").then((found) => found.articles);
    return articles.then((known) => {
      const choice = desk.chooser(known, "写的是"), { action } = task.answers.find((each) => each.action.do === "about");
      const linked = (task.answers.find((each) => each.key === "y") || { action: { articles: [] } }).action.articles;
      desk.open(near, "另选一条", [desk.form("", [choice.row], "就是这一条", () => {
        const to = choice.value();
        if (!to) throw Error("先选一条");
        return answer(task, { action: Object.assign({}, action, { base: to.base, articles: [to.article], against: to.base === action.base ? linked.filter((each) => each !== to.article) : [] }) });
      })], near);
    }).catch((error) => say(error.message, "bad"));
  };
  const another = (task, withKey) => {
    if (!isAbout(task)) return null;
    const made = button("另选一条…", () => other(task, made), "desk-do desk-answer desk-other");
    if (withKey) made.prepend(make("kbd", {}, "="));
    return made;
  };
  const step = (by) => {
    at = (at + by + tasks.length) % tasks.length;
    show(true);
  };
  const one = () => {
    const task = tasks[at];
    const head = make("h2", { tabIndex: -1 }, make("span", { className: "desk-kind" }, nameOf(task)), ` ${task.title}`);
    const card = make("section", { className: "desk-task" }, head, words(task), task.why && make("p", { className: "desk-quiet" }, task.why), answers(task, true), make("p", { className: "desk-row desk-turn" },
      button("", () => step(-1)), button("", () => step(1)), link(task, "到页面上看")));
    const [prev, next] = all(".desk-turn button", card);
    prev.append(make("kbd", {}, "←"), "上一处");
    next.append(make("kbd", {}, "→"), "跳过");
    return card;
  };
  const list = () => make("ol", { className: "desk-tasks" }, ...tasks.map((task) => make("li", {}, make("p", {}, make("span", { className: "desk-kind" }, nameOf(task)), " ", link(task, task.title)), words(task), task.why && make("p", { className: "desk-quiet" }, task.why), answers(task, false))));
  const show = (isMoved) => {
    const whole = done + tasks.length;
    told.textContent = tasks.length ? `还有${tasks.length}处${done ? `，这次已定${done}处` : ""}。要紧的在前；每一步都可以撤销。` : "";
    box.textContent = "";
    if (!tasks.length) {
      box.append(make("p", { className: "quiet" }, done ? `都定完了，这次定了${done}处。` : "没有待办。程序拿不准的地方会列在这里。"));
      return;
    }
    const bar = make("progress", { max: whole, value: done });
    bar.setAttribute("aria-label", "进度");
    const turn = button(isList ? "一处一处看" : "列成单子", () => {
      isList = !isList;
      try { sessionStorage.setItem(VIEW, isList ? "list" : ""); } catch (error) { /* for this page */ }
      show();
    });
    box.append(make("p", { className: "desk-row desk-progress" }, bar, make("span", { className: "desk-quiet" }, isList ? `共${tasks.length}处` : `第${at + 1}处，共${tasks.length}处`), turn), isList ? list() : one());
    if (isMoved && !isList) box.querySelector("h2").focus({ preventScroll: true });
  };
  const load = () => get("queue").then((found) => {
    const now = tasks[at] && tasks[at].id;
    tasks = found.tasks;
    at = Math.max(0, tasks.findIndex((each) => each.id === now));
    if (!busy) show();
  }).catch((error) => say(error.message, "bad"));
  on(document, "keydown", (event) => {
    if (isList || !tasks.length || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, .desk-card")) return;
    const { key } = event, found = tasks[at].answers.find((each) => each.key.toLowerCase() === key.toLowerCase());
    if (key === "=" && isAbout(tasks[at])) other(tasks[at], box.querySelector(".desk-other"));
    else if (found) answer(tasks[at], found);
    else if (key === "ArrowRight") step(1);
    else if (key === "ArrowLeft") step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  told.textContent = "正在找出要定的地方…";
  place.append(told, box);
  desk.after.push(load);
  load();
})();
