/* Where gathered words stand in the library now, found in the index of search: verbatim at their place,
   elsewhere, or nowhere.  Loaded by 摘编 when it is asked, and for a passage that its page shows in part. */
(() => {
  "use strict";
  const { html, root } = window.kbShared, FEW = 60, MOST = 3000, OPENING = 40; // places beyond its own page that are looked at, and passed by; letters that lead there
  const LABEL = /^\s*[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]\s*/;
  const letters = (text) => text.replace(/\s+/g, "");
  const opening = (text) => text.replace(LABEL, "").split(/[。！？；\n]/)[0].slice(0, OPENING);

  /** Promises {id, page, title, text} of the whole sentences that hold an item's words, its own place before
      others; null where none do. */
  window.kbStanding = async (item, engine, pageOf) => {
    await engine.articles(); // the index is open
    const { beside, candidates, fold, norm, plain, walk } = engine.kit, sameScript = item.lang === undefined || item.lang === html.lang;
    const read = (unit) => (sameScript ? unit.view : unit.text), bare = sameScript ? letters : (text) => fold(plain(text));
    const page = (unit) => pageOf(new URL(root + unit.page, location.href).pathname);
    const phrase = fold(plain(opening(item.text) || item.text.slice(0, OPENING))), wanted = bare(item.text), found = [];
    let near = 0, passed = 0;
    const isOwn = (unit) => unit.id === item.id && page(unit) === item.page;
    const visit = (unit) => {
      if (!norm(unit).includes(phrase)) return;
      const here = page(unit) === item.page;
      if (here || passed < FEW) found.push(unit);
      if (here) near++; else passed++;
    };
    await walk(candidates([phrase]), () => true, visit, () => found.some(isOwn) || passed >= (near ? FEW : MOST));
    const worth = (unit) => (isOwn(unit) ? 2 : page(unit) === item.page ? 1 : 0);
    for (const unit of found.sort((one, other) => worth(other) - worth(one))) {
      const units = [unit], text = () => units.map(read).join("");
      while (!bare(text()).includes(wanted) && bare(text()).length < wanted.length + bare(read(unit)).length) {
        const next = await beside(units[units.length - 1], 1);
        if (!next) break;
        units.push(next);
      }
      if (bare(text()).includes(wanted)) return { id: unit.id, page: page(unit), title: unit.title, text: text() };
    }
    return null;
  };
})();
