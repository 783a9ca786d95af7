"""RapidOCR (PP-OCRv6 models, in its package): where lines are in a picture, what they say.

Its own decoder gives the best character only; here the next best is kept too, so that 己 read
where 已 is nearly as likely can be told from one that is sure.  Nothing is fetched: the models
are named by their files.  One thread, so that a reading is the same on every machine.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
import rapidocr
from rapidocr.ch_ppocr_rec.main import TextRecognizer
from rapidocr.utils.process_img import get_rotate_crop_image

from generator.content.importing.scans.holes import with_holes
from generator.content.importing.scans.seen import Image, Seen, SeenLine, decoded

LONGEST_SIDE = 3600
HEIGHT = 48  # of a line as the recogniser sees it
NARROWEST = 320
WIDEST = 4800
MOST_LINES = 3000


class Engine:
    """The detector and the recogniser, loaded once for a file."""

    def __init__(self) -> None:
        models = Path(rapidocr.__file__).parent / "models"
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        self._whole = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": LONGEST_SIDE,
                "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
                "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )
        self._recogniser: TextRecognizer = self._whole._load_rec_model()
        self._letters: list[str] = self._recogniser.postprocess_op.character

    def lines(self, picture: Image) -> list[SeenLine]:
        """Return the lines that are found in a picture (blue, green, red), with their words."""
        found: Any = self._whole(picture, use_det=True, use_cls=False, use_rec=False)
        if found.boxes is None:
            return []
        seen: list[SeenLine] = []
        for box in list(found.boxes)[:MOST_LINES]:
            corners = np.asarray(box, dtype=np.float32)
            crop = get_rotate_crop_image(picture, corners.copy())
            if min(crop.shape[:2]) < 2:
                continue
            characters = self._characters(crop)
            if characters:
                places = tuple((float(x), float(y)) for x, y in corners)
                seen.append(SeenLine(places, characters))
        return seen

    def _characters(self, crop: Image) -> tuple[Seen, ...]:
        ratio = min(max(NARROWEST / HEIGHT, crop.shape[1] / crop.shape[0]), WIDEST / HEIGHT)
        batch = self._recogniser.resize_norm_img(crop, ratio)[np.newaxis, :].astype(np.float32)
        chances = self._recogniser.session(batch)[0]
        filled = min(crop.shape[1] / crop.shape[0], ratio) / ratio
        return with_holes(decoded(chances, self._letters, filled), crop)
