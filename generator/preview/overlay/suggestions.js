/* 词条建议: terms and groups of words that the texts suggest, with their places; taken in or passed by. */
(() => {
  "use strict";
  const desk = window.kbDesk, place = desk && desk.by("desk-page");
  if (!place) return;
  const { apply, button, get, make, say } = desk, PASSED = "desk-passed";
  const box = make("div", {}), told = make("p", { className: "quiet" });
  let passed = [];
  try { passed = JSON.parse(sessionStorage.getItem(PASSED)) || []; } catch (error) { /* none is */ }
  const AS = { new: "新词条", alias: "另一种说法", related: "谈到它的说法", hint: "字眼" };
  const places = (some) => some && some.length && make("details", {}, make("summary", {}, `见于${some.length}处`), make("ul", { className: "desk-places" }, ...some.map((each) => make("li", {}, make("a", { href: `/${each.address}` }, each.title), each.around && make("span", { className: "around" }, "　", ...each.around.map((words, i) => (i === 1 ? make("mark", {}, words) : words)))))));
  const row = (key, title, about, each) => {
    const own = make("li", {}, make("p", {}, make("b", {}, title), about && make("span", { className: "desk-quiet" }, `　${about}`)), places(each.places));
    own.append(make("p", { className: "desk-row" }, button("收入", () => apply(each.action).then(() => own.remove()).catch((error) => say(error.message, "bad")), "desk-do desk-main"), button("不收", () => {
      passed.push(key);
      try { sessionStorage.setItem(PASSED, JSON.stringify(passed)); } catch (error) { /* it comes again */ }
      own.remove();
    })));
    return own;
  };
  const section = (title, about, rows) => rows.length && make("section", {}, make("h2", { className: "ruled" }, title, make("small", {}, `${rows.length}个`)), make("p", { className: "quiet" }, about), make("ul", { className: "desk-suggested" }, ...rows));
  const load = () => get("suggestions").then((found) => {
    const fresh = (key) => !passed.includes(key);
    const terms = (found.terms || []).filter((each) => fresh(`t ${each.name}`)).map((each) => row(`t ${each.name}`, each.name, [AS[each.as], each.kind, each.aliases && each.aliases.length && `又作${each.aliases.join("、")}`].filter(Boolean).join("，"), each));
    const groups = (found.thesaurus || []).filter((each) => fresh(`g ${each.words.join(" ")}`)).map((each) => row(`g ${each.words.join(" ")}`, each.words.join("　"), "", each));
    box.textContent = "";
    box.append(...[section("词条", "收入以后，词条页、检索和关联都用得上。", terms), section("同义的说法", "检索其中一个，别的也找得到。", groups)].filter(Boolean));
    told.textContent = terms.length || groups.length ? "程序从文字里找出来的，收不收由编者定。" : "没有建议。放进更多材料以后再来看。";
  }).catch((error) => say(error.message, "bad"));
  told.textContent = "正在找…";
  place.append(told, box);
  load();
})();
