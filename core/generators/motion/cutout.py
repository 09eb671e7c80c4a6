"""Cut the foreground out of a picture without a model: what stands out from the border, refined by GrabCut.

GrabCut: Rother, Kolmogorov, Blake, "GrabCut: interactive foreground extraction using iterated graph cuts", 2004.
Guided filter: He, Sun, Tang, "Guided image filtering", 2010.
"""

import cv2
import numpy as np

from core.generators.motion.images import Field, Light, Pixels

_SIDE_PX = 288
_ROUNDS = 2
_AREA_LEAST, _AREA_MOST = 0.03, 0.62
_DISTINCT_LEAST = 0.86
_CLEARLY_APART = 22.0
"""Distance of two colours in OpenCV's 8-bit Lab."""
_BESIDE_PX = 3
_WHOLE_LEAST = 0.75
_SOLID_LEAST = 0.75
_SEED = 11
_SMALLEST_PX = 2


def cut_out(picture: Pixels) -> Field | None:
    """Give the foreground's alpha, 0 to 1, the size of the picture; None when no foreground can be told apart well."""
    height, width = picture.shape[:2]
    shrink = _SIDE_PX / max(height, width)
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    mask = _grab(small, salience(small))
    if mask is None or not _good(small, mask):
        return None
    rough = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    guide = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255
    alpha = _guided(guide, np.clip(rough, 0, 1), max(4, round(max(height, width) / 160)), 4e-4)
    return np.clip((alpha - 0.12) / 0.76, 0, 1)


def salience(picture: Pixels) -> Field:
    """Say how much each pixel stands out, 0 to 1: unlike the border's colours, in focus, towards the middle."""
    lab = cv2.cvtColor(picture, cv2.COLOR_BGR2LAB).astype(np.float32)
    height, width = lab.shape[:2]
    rim = max(3, min(height, width) // 16)
    # Subjects often stand on the lower border, so that one doesn't count as background.
    border = np.concatenate([lab[:rim].reshape(-1, 3), lab[:, :rim].reshape(-1, 3), lab[:, -rim:].reshape(-1, 3)])
    cv2.setRNGSeed(_SEED)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    labels = np.zeros((len(border), 1), np.int32)
    _, _, centres = cv2.kmeans(border, 5, labels, stop, 1, cv2.KMEANS_PP_CENTERS)
    unlike = np.min([np.sqrt(((lab - centre) ** 2 * (0.5, 1, 1)).sum(2)) for centre in centres], axis=0)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    sharp = cv2.GaussianBlur(np.abs(cv2.Laplacian(grey, cv2.CV_32F)), (0, 0), 6)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    middle = np.exp(-(((x / width - 0.5) / 0.36) ** 2) - ((y / height - 0.54) / 0.42) ** 2)
    found = (0.62 * _even(unlike) + 0.38 * _even(sharp)) * (0.25 + 0.75 * middle)
    return _even(cv2.GaussianBlur(found.astype(np.float32), (0, 0), 4))


def _even(field: Field) -> Field:
    low, high = np.percentile(field, (2, 98))
    return np.asarray(np.clip((field - low) / max(high - low, 1e-6), 0, 1), np.float32)


def _grab(small: Pixels, standing_out: Field) -> Pixels | None:
    """Refine what stands out to a mask of 0 and 1; None when there is nothing to begin with."""
    level, _ = cv2.threshold((standing_out * 255).astype(np.uint8), 0, 1, cv2.THRESH_OTSU)
    level /= 255
    marks: Pixels = np.full(small.shape[:2], cv2.GC_PR_BGD, np.uint8)
    marks[standing_out > level] = cv2.GC_PR_FGD
    marks[standing_out > 0.5 + level / 2] = cv2.GC_FGD
    marks[standing_out < level * 0.3] = cv2.GC_BGD
    marks[:3], marks[:, :3], marks[:, -3:] = cv2.GC_BGD, cv2.GC_BGD, cv2.GC_BGD
    if not (marks == cv2.GC_FGD).any() or not (marks == cv2.GC_BGD).any():
        return None
    cv2.setRNGSeed(_SEED)
    smooth = cv2.bilateralFilter(small, 7, 30, 5)
    cv2.grabCut(smooth, marks, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), _ROUNDS, cv2.GC_INIT_WITH_MASK)
    mask: Pixels = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    # The rim was background by decree: what touches it goes on to the edge.
    mask = cv2.copyMakeBorder(mask[3:, 3:-3], 3, 0, 3, 3, cv2.BORDER_REPLICATE)
    return _whole(mask)


def _whole(mask: Pixels) -> Pixels:
    """Close small gaps, keep parts of some size, and fill holes."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(opened)
    areas = stats[:, cv2.CC_STAT_AREA]
    kept = [part for part in range(1, count) if areas[part] >= 0.15 * areas[1:].max()]
    solid = np.isin(labels, kept).astype(np.uint8)
    outlines, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    full: Pixels = np.zeros_like(solid)
    cv2.drawContours(full, outlines, -1, 1, cv2.FILLED)
    # A large hole is a window to the background, a small one a mistake.
    holes: Pixels = cv2.morphologyEx(full & (1 - solid), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    return np.asarray(full & (1 - holes), np.uint8)


def _good(small: Pixels, mask: Pixels) -> bool:
    """Measure a cut: a sensible size, one solid part, and other colours beyond its outline."""
    area = float(mask.mean())
    if not _AREA_LEAST <= area <= _AREA_MOST:
        return False
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    largest = float(stats[1:, cv2.CC_STAT_AREA].max()) / float(mask.sum())
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    solid = float(mask.sum()) * largest / max(cv2.contourArea(hull), 1)
    return largest >= _WHOLE_LEAST and solid >= _SOLID_LEAST and _distinct(small, mask) >= _DISTINCT_LEAST


def _distinct(small: Pixels, mask: Pixels) -> float:
    """Give the share of the outline along which the colours on both sides differ clearly."""
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB).astype(np.float32)
    inside, outside = mask.astype(np.float32), 1 - mask.astype(np.float32)
    reach = (2 * _BESIDE_PX + 1, 2 * _BESIDE_PX + 1)
    within, beyond = (
        cv2.blur(lab * side[..., None], reach) / np.maximum(cv2.blur(side, reach), 1e-3)[..., None]
        for side in (inside, outside)
    )
    outline = (mask == 1) & (cv2.erode(mask, np.ones((3, 3), np.uint8), borderValue=1) == 0)
    apart = np.sqrt(((within - beyond) ** 2).sum(2))[outline]
    return float((apart > _CLEARLY_APART).mean())


def _guided(guide: Field, field: Field, radius: int, flatness: float) -> Field:
    """Let a soft mask follow the edges of the guide."""

    def mean(of: Field) -> Field:
        return np.asarray(cv2.blur(of, (2 * radius + 1, 2 * radius + 1)), np.float32)

    mean_guide, mean_field = mean(guide), mean(field)
    slope = (mean(guide * field) - mean_guide * mean_field) / (mean(guide * guide) - mean_guide**2 + flatness)
    return mean(slope) * guide + mean(mean_field - slope * mean_guide)


def filled(picture: Light, known: Field) -> Light:
    """Fill what isn't known (0 to 1 per pixel) from around, smoothly, by averages of ever larger squares."""
    height, width = known.shape
    if min(height, width) <= _SMALLEST_PX:
        weight = known[..., None]
        average = (picture * weight).sum((0, 1)) / max(float(known.sum()), 1e-6)
        return np.asarray(picture * weight + average * (1 - weight), np.float32)
    half = ((width + 1) // 2, (height + 1) // 2)
    weight = known[..., None]
    total = cv2.resize(picture * weight, half, interpolation=cv2.INTER_AREA)
    share = cv2.resize(known, half, interpolation=cv2.INTER_AREA)
    coarse = filled(total / np.maximum(share, 1e-4)[..., None], np.clip(share * 3, 0, 1))
    around = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(picture * weight + around * (1 - weight), np.float32)
