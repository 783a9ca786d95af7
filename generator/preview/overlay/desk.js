/* The editors' desk on the pages of the preview: what its scripts share, and the bar on every page.
   It stands in no published site; the server that puts it here takes decisions from it alone. */
window.kbDesk = window.top === window && (() => {
  "use strict";
  const html = document.documentElement, meta = (name) => (document.querySelector(`meta[name="${name}"]`) || {}).content || "";
  const token = meta("desk-token"), path = decodeURIComponent(location.pathname), PLACE = "desk-place", SEEN = "desk-version";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const on = (target, names, act) => names.split(" ").forEach((name) => target.addEventListener(name, act));
  const by = (id) => document.getElementById(id);
  const make = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside.filter(Boolean));
    return made;
  };
  const button = (text, onclick, className = "desk-do") => make("button", { type: "button", onclick, className }, text);
  const label = (text, field) => make("label", { className: "desk-field" }, make("span", {}, text), field);

  /** Asks the server; fails with one line for a person. */
  const ask = (method, way, data, heads = {}, onsent) => new Promise((found, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, `/.desk/${way}`);
    request.setRequestHeader("X-Desk-Token", token);
    Object.keys(heads).forEach((name) => request.setRequestHeader(name, heads[name]));
    request.onload = () => {
      let said = {};
      try { said = JSON.parse(request.responseText); } catch (error) { /* said below */ }
      if (request.status === 200) found(said); else failed(Object.assign(Error(said.error || `没有做成（${request.status}）`), { isOld: request.status === 403 }));
    };
    request.onerror = () => failed(Error("预览已经停了：在终端里再运行 make serve"));
    if (onsent && request.upload) request.upload.onprogress = onsent;
    request.send(data);
  });
  const get = (way) => ask("GET", way);
  let sending = 0;
  /** Keeps the page from being loaded anew, which would break `job` off, until that is done. */
  const holding = (job) => {
    const done = () => { sending -= 1; };
    sending += 1;
    job.then(done, done);
    return job;
  };
  const post = (way, data) => holding(ask("POST", way, JSON.stringify(data), { "Content-Type": "application/json" }));

  /* The bar. */
  const PAGES = [["queue", "待办"], ["files", "入库"], ["suggestions", "词条建议"], ["history", "历史"]];
  const state = make("span", { className: "desk-state" }), count = make("b", { className: "desk-count" });
  state.setAttribute("role", "status");
  const back = Object.assign(button("撤销", () => undo(), "desk-way"), { disabled: true, title: "没有可撤销的" });
  const bar = make("nav", { className: "desk-bar" });
  bar.setAttribute("aria-label", "编辑台");
  PAGES.forEach(([name, title]) => {
    const link = make("a", { className: "desk-way", href: `/.desk/${name}.html` }, title, name === "queue" && count);
    if (path === `/.desk/${name}.html`) link.setAttribute("aria-current", "page");
    bar.append(link);
  });
  bar.append(back, state);
  document.body.append(bar);
  html.classList.add("has-desk");

  let quieting;
  /** Says something in the bar; `tone` is "", "busy" or "bad", what is bad stays. */
  const say = (words, tone = "") => {
    clearTimeout(quieting);
    state.textContent = words;
    state.title = words;
    state.className = `desk-state ${tone && `desk-${tone}`}`;
    if (!tone) quieting = setTimeout(() => { state.textContent = ""; }, 12000);
  };
  const fail = (error) => say(error.message, "bad");

  /* What can be taken back: the newest decision that stands. */
  let last = null;
  const setLast = (change) => {
    last = change;
    back.disabled = !change;
    back.title = change ? `撤销：${change.summary}（Ctrl+Z）` : "没有可撤销的";
  };
  const countTasks = () => get("queue/count").then(({ count: n }) => { count.textContent = n; });
  const look = () => Promise.all([countTasks().catch(fail), get("history").then((found) => setLast(changesOf(found).find((each) => !each.undone && each.own !== false) || null))]).catch(fail);
  const changesOf = ({ changes, days }) => changes || days.reduce((known, day) => known.concat(day.changes), []);

  const after = []; // what desk pages do when something was decided or built anew
  const settled = () => {
    look();
    after.forEach((act) => act());
  };
  const decided = (said) => {
    say(`已记下：${said}　正在重做…`, "busy");
    settled();
    watch(true);
  };
  const undo = (id) => {
    const change = id || (last && last.id);
    if (!change) return Promise.resolve();
    return post("undo", { change }).then((found) => decided(`撤销 ${(found.change || {}).summary || ""}`.trim())).catch(fail);
  };
  /** Sends a decision; the answer's change is noted in the bar.  Fails with one line. */
  const apply = (action) => post("apply", action).then((found) => {
    close(true);
    decided((found.change || {}).summary || "");
    return found.change;
  });
  on(document, "keydown", (event) => {
    const { key, target } = event;
    if ((key !== "z" && key !== "Z") || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (target.closest && target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    undo();
  });

  /* A card beside the thing that it is about: below it, never on it. */
  let card = null, opener = null, anchor = null, dirty = false;
  const place = () => {
    if (!card || !anchor) return;
    const lines = [...anchor.getClientRects()], line = lines[lines.length - 1] || anchor.getBoundingClientRect(), EDGE = 12;
    const width = Math.min(440, html.clientWidth - 2 * EDGE);
    card.style.width = `${width}px`;
    card.style.left = `${Math.max(EDGE, Math.min(line.left, html.clientWidth - width - EDGE)) + scrollX}px`;
    card.style.top = `${line.bottom + 8 + scrollY}px`;
  };
  const reveal = () => {
    const own = card.getBoundingClientRect(), low = html.clientHeight - bar.offsetHeight - 8, top = anchor.getBoundingClientRect().top - 80;
    if (own.bottom > low) scrollBy(0, Math.max(0, Math.min(own.bottom - low, top)));
  };
  const focus = (element) => {
    if (!element || !element.focus || !document.contains(element)) return;
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  /** Opens a card for `near`, an element or a range; `from` takes the focus when it is closed. */
  const open = (near, title, inside, from) => {
    const asked = from || document.activeElement, behind = card && card.contains(asked) ? opener : asked;
    close();
    anchor = near;
    opener = behind;
    if (near.classList) near.classList.add("desk-now");
    card = make("div", { className: "desk-card" }, make("div", { className: "desk-head" }, make("h2", {}, title), Object.assign(button("×", () => close(true), "desk-shut"), { title: "关上（Esc）" })), ...inside);
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", title);
    all(".desk-shut", card)[0].setAttribute("aria-label", "关上");
    document.body.append(card);
    on(card, "input", () => { dirty = true; });
    place();
    reveal();
    const first = card.querySelector("input:not([type=hidden]), select, textarea, .desk-do:not(:disabled)");
    if (first) first.focus({ preventScroll: true });
    return card;
  };
  const close = (isBack) => {
    if (!card) return;
    card.remove();
    if (anchor.classList) anchor.classList.remove("desk-now");
    card = anchor = null;
    dirty = false;
    if (isBack) focus(opener);
    opener = null;
    if (waiting) setTimeout(() => { if (!card) refresh(waiting); });
  };
  const complain = (error) => {
    if (!card) return fail(error);
    let told = card.querySelector(".desk-error");
    if (!told) {
      told = card.appendChild(make("p", { className: "desk-error" }));
      told.setAttribute("role", "alert");
    }
    told.textContent = error.message;
    reveal();
  };
  on(document, "keydown", (event) => {
    if (!card) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (event.key === "Tab") {
      const stops = all("button, input, select, textarea, a[href]", card).filter((each) => !each.disabled && each.offsetParent);
      const [first, end] = [stops[0], stops[stops.length - 1]], now = document.activeElement;
      if (event.shiftKey ? now === first || !card.contains(now) : now === end || !card.contains(now)) {
        event.preventDefault();
        (event.shiftKey ? end : first).focus();
      }
    }
  });
  on(document, "mousedown", ({ target }) => {
    if (card && !dirty && !card.contains(target) && !bar.contains(target)) close();
  });
  on(window, "resize", place);

  /** A small form in a card: fields, one button that decides, and what is wrong, said in its place. */
  const form = (title, fields, verb, act) => make("form", {
    className: "desk-form",
    onsubmit: (event) => {
      event.preventDefault();
      const send = event.target.querySelector("[type=submit]");
      send.disabled = true;
      Promise.resolve().then(act).catch(complain).then(() => { send.disabled = false; });
    },
  }, title && make("p", { className: "desk-words" }, title), ...fields, make("p", { className: "desk-row" }, make("button", { type: "submit", className: "desk-do desk-main" }, verb), button("取消", () => close(true))));

  /* The page comes back: at its place, with its focus and selection, and says what changed. */
  const mark = () => {
    const bars = document.querySelector(".kb-bar"), top = bars ? bars.offsetHeight : 0;
    const near = all("main [id]").find((each) => each.getClientRects().length && each.getBoundingClientRect().bottom > top + 4);
    return near && { id: near.id, off: near.getBoundingClientRect().top };
  };
  const keyOf = (element) => element && (element.dataset.deskKey ? `[data-desk-key="${CSS.escape(element.dataset.deskKey)}"]` : element.id && `#${CSS.escape(element.id)}`);
  const spot = (node, offset) => {
    const own = node && (node.nodeType === 1 ? node : node.parentElement).closest(".s[id]");
    if (!own) return null;
    const range = document.createRange();
    range.setStart(own, 0);
    range.setEnd(node, offset);
    return [own.id, range.toString().length];
  };
  let waiting = null, leaving = false;
  const leave = (to) => {
    leaving = true;
    location.href = to;
  };
  const refresh = (said) => {
    if (card) {
      waiting = said || " ";
      say("页面已更新，关上这张表就换上", "busy");
      return;
    }
    if (leaving) return;
    if (sending) {
      setTimeout(refresh, 50, said);
      return;
    }
    const chosen = getSelection(), held = document.activeElement && document.activeElement.closest("[data-desk-key], main [id]");
    const from = chosen.rangeCount && !chosen.isCollapsed ? spot(chosen.anchorNode, chosen.anchorOffset) : null;
    const place = { path, said, mark: mark(), y: scrollY, focus: keyOf(opener || held), chosen: from && [from, spot(chosen.focusNode, chosen.focusOffset)] };
    try { sessionStorage.setItem(PLACE, JSON.stringify(place)); } catch (error) { /* it begins at its top */ }
    location.reload();
  };
  const point = ([id, offset]) => {
    const own = by(id), walker = own && document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    let left = offset, found = null;
    while (walker && walker.nextNode()) {
      found = walker.currentNode;
      if (left <= found.data.length) return [found, left];
      left -= found.data.length;
    }
    return found && [found, found.data.length];
  };
  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch (error) { /* nothing was kept */ }
    if (!kept || kept.path !== path) return;
    const near = kept.mark && by(kept.mark.id), held = kept.focus && document.querySelector(kept.focus);
    if ("scrollRestoration" in history) history.scrollRestoration = "manual";
    const toPlace = () => scrollTo(0, near ? near.getBoundingClientRect().top + scrollY - kept.mark.off : kept.y);
    toPlace();
    on(window, "load", () => setTimeout(toPlace));
    focus(held);
    const ends = kept.chosen && kept.chosen[1] && kept.chosen.map(point);
    if (ends && ends[0] && ends[1]) {
      getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
      document.dispatchEvent(new Event("desk-restored"));
    }
    if (kept.said.trim()) say(kept.said);
  };

  /* The state of the build. */
  const known = () => { try { return +sessionStorage.getItem(SEEN) || 0; } catch (error) { return 0; } };
  const pageNow = () => new Promise((found) => {
    const request = new XMLHttpRequest();
    request.open("HEAD", location.pathname);
    request.onloadend = () => found(request.getResponseHeader("X-Page"));
    request.send();
  });
  let timer, isBusy = false;
  const updated = (version, said, isFirst) => {
    try { sessionStorage.setItem(SEEN, version); } catch (error) { /* said once more */ }
    const told = isFirst ? "" : said.length ? `已更新：${said.join("；")}` : "已更新";
    return pageNow().then((digest) => {
      if (digest && digest !== meta("desk-page")) return refresh(told);
      if (told) say(told);
      if (!isFirst) settled();
      return null;
    });
  };
  /* The preview was begun anew: its pages know another token. */
  const renew = (error) => {
    const before = +sessionStorage.getItem("desk-renewed") || 0;
    if (!error.isOld || Date.now() - before < 10000) return fail(error);
    sessionStorage.setItem("desk-renewed", Date.now());
    return refresh("");
  };
  let hasLooked = false;
  const watch = (isSoon) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.hidden) return watch();
      const since = known();
      return get(`state?since=${since}`).then(({ version, building, failed, said }) => {
        const isNew = version !== since, isFirst = !hasLooked && !since;
        if (failed) say(`没有做成：${failed}`, "bad");
        else if (building && !isBusy) say("正在重做…", "busy");
        else if (!building && isBusy && !isNew) say("");
        isBusy = building;
        const job = isNew || !hasLooked ? updated(version, said || [], isFirst || !isNew) : null;
        hasLooked = true;
        return job;
      }).catch(renew).then(() => watch(isBusy));
    }, isSoon ? 200 : 1000);
  };

  /** What can be decided on this page, as the server knows it; null where nothing can. */
  const isOurs = path.startsWith("/.desk/"), isOther = path.startsWith("/hant/");
  const address = path.slice(1) + (path.endsWith("/") ? "index.html" : "");
  const page = isOurs || isOther ? Promise.resolve(null) : get(`page?address=${encodeURIComponent(address)}`).catch((error) => {
    fail(error);
    return null;
  });
  if (isOther) say("繁体页由简体页转成，裁定请在简体页上做");
  const start = () => {
    look();
    watch(true);
  };
  on(document, "DOMContentLoaded", () => page.then(() => setTimeout(restore)).then(start));

  return { address, after, all, apply, ask, bar, button, by, changesOf, close, complain, fail, form, get, holding, label, leave, make, on, open, page, place, post, reveal: () => card && reveal(), say, settled, undo };
})();
