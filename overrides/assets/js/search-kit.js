/* What few queries need: numbers of articles, dates, letters to be read as pinyin, passages of several
   sentences, likeness.  The
   engine loads it for them (search-engine.js: `openRare`); the build joins its files into one function. */
const { beside, candidates, each, entry, fold, forms, letters, load, LATIN, norm, numbers, openWords, outline, pairs, part, place, plain, rising, root, spell, STOP, unitAt, walk } = window.kbEngine.kit;
