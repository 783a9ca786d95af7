/* What pages do beyond links and details. All of it may fail safely: without scripts, panels open
   by :target, lists unfold, everything can be read. */
(() => {

  /* Light and dark. */
  const system = matchMedia("(prefers-color-scheme: dark)"), themes = all(".kb-theme");
  const dark = () => (html.dataset.theme ? html.dataset.theme === "dark" : system.matches);
  const nameTheme = () => themes.forEach((button) => {
    button.hidden = false;
    button.textContent = dark() ? "日间" : "夜间";
  });
  themes.forEach((button) => on(button, "click", () => {
    set("theme", dark() ? "light" : "dark");
    nameTheme();
  }));
  nameTheme();

  /* The left column shows where one is. */
  const column = document.querySelector(".kb-nav"), current = column && column.querySelector("[aria-current]");
  if (current) column.scrollTop = current.offsetTop - column.clientHeight / 2;

  /* On a phone the sections and contents lie over the page, and 更多 does on wide screens: they
     close when one has chosen, by Escape, and 更多 by a click elsewhere. */
  const menu = by("kb-menu"), more = document.querySelector(".kb-more details");
  const shut = () => {
    const open = menu.checked || (more && more.open);
    menu.checked = false;
    if (more) more.open = false;
    return open;
  };
  on(document, "click", ({ target }) => {
    if (target.closest(".kb-side a")) shut();
    else if (more && !more.contains(target)) more.open = false;
  });

  /* Panels: a count or a cell opens its panel beside the text, below it on a phone. */
  const OPENERS = ".count, .cell";
  let opener = null, lit = null;
  const panelAt = (hash) => {
    let found = null;
    try { found = hash.length > 1 && by(decodeURIComponent(hash.slice(1))); } catch (error) { /* no name of a place */ }
    return found && found.classList.contains("panel") ? found : null;
  };
  const show = (panel, from) => {
    close(false);
    opener = from;
    lit = by(panel.id.replace(/-links$/, ""));
    if (lit && lit !== panel) lit.classList.add("on");
    if (from) from.setAttribute("aria-expanded", "true");
    panel.classList.add("open");
    document.body.classList.add("panel-open");
    panel.parentNode.scrollTop = 0;
    const sheet = getComputedStyle(panel).position === "fixed", top = panel.getBoundingClientRect().top;
    const under = from && sheet ? from.getBoundingClientRect().bottom + 16 - top : 0;
    if (under > 0) scrollBy(0, under); // on a phone the panel must not cover what opened it
    panel.focus({ preventScroll: true });
  };
  const close = (back) => {
    all(".panel.open").forEach((panel) => panel.classList.remove("open"));
    document.body.classList.remove("panel-open");
    if (lit) lit.classList.remove("on");
    if (opener) opener.setAttribute("aria-expanded", "false");
    if (opener && back) opener.focus({ preventScroll: true });
    opener = lit = null;
  };
  const remember = (hash) => rename(hash || location.pathname + location.search);
  const dismiss = () => {
    close(true);
    remember("");
  };
  all(".panels").forEach((panels) => panels.classList.add("scripted"));
  all(OPENERS).forEach((link) => {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  });
  on(document, "click", (event) => {
    const link = event.target.closest("a[href]"), panel = link && link.matches(OPENERS) && panelAt(link.hash);
    if (!panel && !(link && link.matches(".close"))) return;
    event.preventDefault();
    if (!panel || link === opener) return dismiss();
    show(panel, link);
    remember(link.hash);
  });
  const follow = () => {
    const panel = panelAt(location.hash);
    if (!panel) return;
    const link = all(OPENERS).find((each) => each.hash === location.hash);
    show(panel, link);
    if (!link) return;
    link.scrollIntoView({ block: "center", inline: "center" });
    const box = link.closest(".matrix-box"), bar = parseFloat(getComputedStyle(html).getPropertyValue("--bar"));
    if (box) scrollBy(0, box.getBoundingClientRect().top - bar - box.previousElementSibling.offsetHeight); // its head is not to lie below the bar
  };
  on(window, "hashchange", follow);
  follow();

  /* Keys: Escape closes a panel, left and right turn to the article before and after. */
  on(document, "keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest("input, textarea, select, [contenteditable], .matrix-box, .map-box, .table-box") && key !== "Escape" && key !== " ") return;
    const turn = { ArrowLeft: "prev", ArrowRight: "next" }[key];
    const to = turn && document.querySelector(`.turn a[rel=${turn}]`);
    if (to) to.click();
    else if (key === "Escape" && shut()) (more && more.offsetParent ? more.firstElementChild : menu).focus();
    else if (key === "Escape" && document.querySelector(".panel.open")) dismiss();
    else if (key === " " && target.matches(OPENERS)) {
      event.preventDefault();
      target.click();
    }
  });
})();
