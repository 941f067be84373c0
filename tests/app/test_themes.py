"""Each class can be read, and told from every other, by everybody."""

from itertools import combinations, pairwise

import pytest

from tui.app.colours.themes import ANSI, PALETTES, theme

RGB = sorted(set(PALETTES) - ANSI)
CLASSES = ("foreground", "muted", "left", "left_soft", "right", "right_soft", "moved", "conflict")
AA = 4.5
"""WCAG 2.2, success criterion 1.4.3: the least contrast of text."""

APART = 12.0
"""CIE76 distance of two colours that nobody takes for one another; 2.3 is just noticeable."""

SIGHTS = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB."""


def linear(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour, sight):
    rgb = linear(colour)
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in SIGHTS[sight])
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one, other, sight):
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("name", RGB)
@pytest.mark.parametrize("kind", [*CLASSES, "accent"])
def test_every_class_reaches_wcag_aa_on_its_grounds(name, kind):
    palette = PALETTES[name]
    colour = getattr(palette, kind)
    grounds = [palette.background, palette.bar]
    if kind != "accent":
        grounds.append(palette.cursor)
    assert min(contrast(colour, ground) for ground in grounds) >= AA


@pytest.mark.parametrize("name", RGB)
def test_hits_can_be_read(name):
    palette = PALETTES[name]
    assert contrast(palette.foreground, palette.hit) >= AA
    assert contrast(palette.background, palette.accent) >= AA


@pytest.mark.parametrize("name", RGB)
@pytest.mark.parametrize("sight", list(SIGHTS))
def test_any_two_classes_stay_apart_for_every_eye(name, sight):
    palette = PALETTES[name]
    for one, other in combinations(CLASSES, 2):
        assert distance(getattr(palette, one), getattr(palette, other), sight) >= APART, (one, other)


@pytest.mark.parametrize("name", sorted(ANSI))
def test_ansi_themes_use_the_terminals_own_colours_alone(name):
    assert all(colour.startswith("ansi_") for colour in PALETTES[name])


@pytest.mark.parametrize("name", list(PALETTES))
async def test_every_theme_draws_every_screen(opened, name):
    async with opened(pair=(1, 4)) as reader:
        reader.app.theme = name
        await reader.settle()
        assert any(line.strip() for line in reader.lines)
        assert theme(name).name == reader.app.theme


@pytest.mark.parametrize("name", sorted(ANSI))
async def test_without_colours_glyph_and_attribute_tell_the_classes_apart(opened, name):
    async with opened(pair=(1, 4)) as reader:
        reader.app.theme = name
        await reader.settle()
        view = reader.view
        looks = ("shared", "divergent-left", "variant", "furniture", "cursor", "hit")
        styles = [view.ink(look) for look in looks]
        attributes = [(s.bold, s.dim, s.underline, s.reverse) for s in styles]
        plain, bold, underlined, dim, _, reverse = attributes
        assert len({plain, bold, underlined, dim, reverse}) == 5
        assert all(one != other for one, other in pairwise(attributes[:4]))
