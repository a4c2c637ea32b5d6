"""The zones under the rate's slider: where they end, what they say, and that they do not hang on colour."""

from typing import Any

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from gdviz.core.stability import Limit
from gdviz.core.stability_line import NOISE, StabilityLine
from gdviz.views.stability_zones import PATTERNS, WAITING, StabilityZones
from gdviz.views.theme import THEMES, load_theme
from gdviz.views.value_slider import Span, ValueSlider


@pytest.fixture
def slider(qtbot: Any) -> ValueSlider:
    slider = ValueSlider("Learning rate", Span(1e-5, 10.0, log=True), float, "How far to step.")
    slider.add_below(StabilityZones(slider))
    slider.set_value(0.2)
    qtbot.addWidget(slider)
    slider.resize(240, 120)
    slider.show()
    qtbot.waitExposed(slider)
    return slider


@pytest.fixture
def zones(slider: ValueSlider) -> StabilityZones:
    zones = slider.findChild(StabilityZones)
    assert zones is not None
    return zones


def test_without_a_line_it_says_what_it_waits_for(zones: StabilityZones) -> None:
    assert zones.sentence.text() == WAITING
    assert zones.strip.zones() == []
    zones.show_line(None, "This run has exploded.")
    assert zones.sentence.text() == "This run has exploded."
    zones.grab()


def test_the_zones_end_where_the_handle_stands_at_those_rates(zones: StabilityZones, slider: ValueSlider) -> None:
    zones.show_line(StabilityLine(0, Limit(0.12)))
    (_, _, calm), (_, also_calm, edge), (_, also_edge, _) = zones.strip.zones()
    assert (calm, edge) == (also_calm, also_edge)
    for rate, place in ((0.06, calm), (0.12, edge)):
        slider.set_value(rate)
        assert handle(slider) == pytest.approx(place, abs=1.5)
        assert zones.strip.mark() == pytest.approx(place, abs=1.5)


def handle(slider: ValueSlider) -> float:
    """Where Qt draws the middle of the handle."""
    option = QStyleOptionSlider()
    slider.slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    area = slider.slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider.slider)
    return area.x() + area.width() / 2


def test_words_follow_the_slider_and_zones_do_not(zones: StabilityZones, slider: ValueSlider) -> None:
    zones.show_line(StabilityLine(0, Limit(0.12)))
    before = zones.strip.zones()
    for rate, words in ((0.204, "1.7 \u00d7 the limit 0.12"), (0.036, "0.3 \u00d7 the limit 0.12")):
        slider.set_value(rate)
        zones.show_rate()
        assert words in zones.sentence.text()
        assert words in zones.accessibleDescription()
        assert words in slider.slider.accessibleDescription()
    assert zones.strip.zones() == before


@pytest.mark.parametrize("limit", [1e-9, 1e9])
def test_a_limit_beyond_the_slider_leaves_one_zone(zones: StabilityZones, limit: float) -> None:
    zones.show_line(StabilityLine(0, Limit(limit)))
    wide = [zone for zone, left, right in zones.strip.zones() if right > left]
    assert wide == ["bad" if limit < 1 else "good"]
    zones.grab()


def test_where_theory_does_not_reach_the_reason_stands_there(zones: StabilityZones) -> None:
    zones.show_line(StabilityLine(0, Limit(None, "Lion steps by sign alone")))
    assert "Lion steps by sign alone" in zones.sentence.text()
    assert zones.strip.zones() == []


def test_the_tooltip_explains_and_names_the_full_batch(zones: StabilityZones) -> None:
    zones.show_line(StabilityLine(0, Limit(1.0), noisy=True))
    assert "2 divided by the curvature" in zones.toolTip()
    assert NOISE in zones.toolTip()
    assert "(full batch)" in zones.sentence.text()


@pytest.mark.parametrize("name", THEMES)
def test_each_zone_has_its_own_colour_and_pattern(zones: StabilityZones, name: str) -> None:
    theme = load_theme(name)
    zones.set_theme(theme)
    zones.show_line(StabilityLine(0, Limit(0.01)))
    image = zones.strip.grab().toImage()
    scale = image.width() / zones.strip.width()
    looks = {}
    for zone, left, right in zones.strip.zones():
        columns = range(round((left + 3) * scale), round((right - 2) * scale))
        looks[zone] = {image.pixelColor(x, y).name() for x in columns for y in range(2, 8)}
    assert len(looks["good"]) == 1
    assert len(looks["bad"]) > 2
    assert not looks["good"] & looks["bad"]
    assert len(set(PATTERNS.values())) == 3


def test_the_form_below_does_not_move_as_the_curvature_does(zones: StabilityZones, slider: ValueSlider) -> None:
    """A line that was needed once keeps its room, until the width is another."""
    zones.show_line(None, "None.")
    slider.resize(190, 160)
    rooms = []
    for rate in (0.06, 0.3, 0.06):
        slider.set_value(rate)
        zones.show_line(StabilityLine(0, Limit(0.12), noisy=True))
        rooms.append(zones.sentence.minimumHeight())
    assert rooms[0] < rooms[1] == rooms[2]
    slider.resize(400, 160)
    assert zones.sentence.minimumHeight() == rooms[0]
    zones.show_line(None, "A long sentence that says why there is no limit here, and takes three lines. " * 2)
    assert zones.sentence.minimumHeight() > rooms[0]
    zones.show_line(StabilityLine(0, Limit(0.12)))
    assert zones.sentence.minimumHeight() == rooms[0]
