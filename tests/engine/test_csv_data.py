"""The user's CSV files: of any origin, read for what they are, or refused in one sentence."""

import csv
import io
import random
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdviz.engine import csv_data, csv_key, csv_text
from gdviz.engine.csv_columns import MOST_CLASSES, MOST_WORDS
from gdviz.engine.csv_data import CsvPreview, inspect, load
from gdviz.engine.csv_key import key, options_of
from gdviz.errors import UserError

PLANTS = "height,width,leaf,kind\n" + "".join(
    f"{10 + number * 0.5},{number % 7},{'round' if number % 3 else 'long'},{'oak' if number % 2 else 'fir'}\n"
    for number in range(30)
)
WITHIN_A_TEST = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Writes text or bytes to a new file."""
    numbers = iter(range(10**6))

    def write(content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / f"table {next(numbers)}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def refusal(path: Path, target: str | None = None, **options: Any) -> str:
    with pytest.raises(UserError) as error:
        inspect(path) if target is None else load(path, target, **options)
    assert len(str(error.value).splitlines()) == 1
    return str(error.value)


def kinds(preview: CsvPreview) -> list[str]:
    return [column.kind for column in preview.columns]


def test_a_plain_file_is_what_it_says(file: Any) -> None:
    preview = inspect(file(PLANTS))
    assert preview.layout == csv_text.Layout("utf-8", ",", True, ("height", "width", "leaf", "kind"))
    assert kinds(preview) == ["number", "number", "text", "text"]
    assert (preview.rows, preview.target, preview.problems) == (30, "kind", ())
    assert preview.first[1] == ("10.5", "1", "round", "oak")
    assert len(preview.first) == 10
    table = load(preview.path, "kind")
    assert (table.x.dtype, table.y.dtype) == (np.float32, np.int32)
    assert table.features == ("height", "width", "leaf = round")
    assert table.class_names == ("fir", "oak")
    np.testing.assert_array_equal(table.y, np.arange(30) % 2)
    np.testing.assert_allclose(table.x[:, 0], 10 + np.arange(30) * 0.5)
    np.testing.assert_array_equal(table.x[:, 2], np.arange(30) % 3 != 0)
    assert table.notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", csv_text.SEPARATORS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_separator_and_line_ends_make_no_difference(
    file: Any, encoding: str, separator: str, newline: str
) -> None:
    content = PLANTS.replace("oak", "Öl«é").replace(",", separator).replace("\n", newline)
    preview = inspect(file(content, encoding))
    assert preview.layout.separator == separator
    assert preview.layout.encoding == encoding
    table = load(preview.path, "kind")
    assert table.class_names == ("fir", "Öl«é")
    np.testing.assert_array_equal(table.x, load(file(PLANTS), "kind").x)


def test_utf_16_of_either_order_and_a_late_umlaut(file: Any) -> None:
    for order, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        assert load(file(mark + PLANTS.encode(order)), "kind").class_names == ("fir", "oak")
    late = PLANTS + "1,2,round,fir\n" * 70_000 + "1,2,round,Föhre\n"
    assert inspect(file(late, "cp1252")).layout.encoding == "cp1252"
    assert inspect(file(late, "utf-8")).layout.encoding == "utf-8"
    assert load(file(late, "cp1252"), "kind").class_names == ("Föhre", "fir", "oak")


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("header", [True, False])
def test_a_decimal_comma_is_understood_where_the_comma_does_not_separate(
    file: Any, separator: str, header: bool
) -> None:
    rows = [["rot", f"{n},5", f"-{n},25", "1,5e2"] if n % 2 else ["blau", f"{n}", f",{n}", "2"] for n in range(40)]
    content = [["farbe", "länge", "x,y", "z"]] * header + rows
    preview = inspect(file("\n".join(separator.join(row) for row in content)))
    assert (preview.layout.separator, preview.layout.header) == (separator, header)
    assert kinds(preview) == ["text", "number", "number", "number"]
    assert [column.decimal for column in preview.columns] == [".", ",", ",", ","]
    table = load(preview.path, preview.layout.names[0])
    np.testing.assert_allclose(table.x[3], [3.5, -3.25, 150])
    np.testing.assert_allclose(table.x[2], [2, 0.2, 2])


def test_a_comma_is_no_decimal_in_a_file_of_commas(file: Any) -> None:
    assert inspect(file('a,b\n"1,5",2\n"2,5",3\n')).columns[0].kind == "text"


def test_separators_within_words_and_quotes_do_not_mislead(file: Any) -> None:
    words = file("a,b\n" + "".join(f'{n},"this; that, and ""so"" on {n % 3}"\n' for n in range(20)))
    preview = inspect(words)
    assert preview.layout.separator == ","
    assert preview.columns[1].words[0] == 'this; that, and "so" on 0'
    lines = file("a;b\n" + "".join(f'{n};"two\nlines {n % 2}"\n' for n in range(20)))
    assert inspect(lines).rows == 20
    assert load(lines, "b").class_names == ("two\nlines 0", "two\nlines 1")
    spaced = load(file("a, b\n1, yes\n2, no\n 3 , yes\n"), "b")
    assert spaced.class_names == ("no", "yes")
    np.testing.assert_array_equal(spaced.x[:, 0], [1, 2, 3])


@pytest.mark.parametrize(
    ("content", "header"),
    [
        ("a,b\n1,2\n3,4\n", True),
        ("1,2\n3,4\n5,7\n", False),
        ("a,1\nb,2\na,3\n", False),
        ("colour,size\nred,small\nblue,big\n", True),
        ("red,small\nblue,big\nred,small\n", False),
        (",a\n1,2\n2,4\n", True),
        ("a,b\n,\n1,2\n", True),
    ],
)
def test_a_header_is_told_from_rows(file: Any, content: str, header: bool) -> None:
    preview = inspect(file(content))
    assert preview.layout.header == header
    assert preview.rows == sum(any(line.split(",")) for line in content.splitlines()) - header
    if not header:
        assert preview.layout.names == ("column 1", "column 2")


def test_one_may_know_better_about_the_header(file: Any) -> None:
    years = file("2001,2002\n" + "".join(f"{n}.5,{n % 9}.25\n" for n in range(30)))
    assert load(years, "column 2").x.shape == (31, 1)
    assert load(years, "2002", header=True).x.shape == (30, 1)
    assert "no column '2002'. Expected one of 'column 1', 'column 2'" in refusal(years, "2002")


def test_what_cannot_be_an_input_is_left_out_and_said(file: Any) -> None:
    rows = "".join(
        f"{n},{''.join(random.Random(n).sample(string.ascii_letters, 9))},same,,w{n % 30},{n * 1.5},{n % 2}\n"
        for n in range(100)
    )
    path = file("id,name,always,nothing,word,good,y\n" + rows)
    assert kinds(inspect(path)) == ["identifier", "identifier", "constant", "constant", "text", "number", "number"]
    table = load(path, "y")
    assert table.features == ("good",)
    assert len(table.notes) == 5
    assert "'id' is no input: it only tells the rows apart." in table.notes
    assert "'nothing' is no input: it is empty." in table.notes
    assert "'always' is no input: it is the same in every row." in table.notes
    assert f"'word' is no input: it has more than {MOST_WORDS} different words." in table.notes
    assert set(table.notes) == set(inspect(path).problems)
    assert load(path, "y", without=["id", "name", "always", "nothing", "word"]).notes == ()


def test_numbers_that_count_up_are_an_input_if_they_are_named_or_all_there_is(file: Any) -> None:
    assert load(file("x,y\n" + "".join(f"{n},{n * n}.5\n" for n in range(30))), "y").features == ("x",)
    assert load(file("".join(f"{n},{n * n}.5\n" for n in range(30))), "column 2").features == ("column 1",)
    three = load(file("".join(f"{n},{n % 7}.5,{n * n}.5\n" for n in range(30))), "column 3")
    assert three.features == ("column 2",)


def test_words_become_inputs_of_nought_and_one(file: Any) -> None:
    path = file("sex,port,y\n" + "".join(f"{'fm'[n % 2]},{'CQS'[n % 3]},{n}.5\n" for n in range(30)))
    table = load(path, "y")
    assert table.features == ("sex = m", "port = C", "port = Q", "port = S")
    np.testing.assert_array_equal(table.x[:4], [[0, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1], [1, 1, 0, 0]])


def test_rows_with_gaps_are_dropped_and_counted(file: Any) -> None:
    gaps = {3: "NA,1,a", 7: "1,,b", 11: "2,?,a", 13: "3,4,n/a", 17: "inf,1,a", 19: "1e39,1,b"}
    rows = [gaps.get(n, f"{n}.5,{n % 4},{'ab'[n % 2]}") for n in range(60)]
    path = file("x,w,kind\n" + "\n".join(rows))
    preview = inspect(path)
    assert [column.missing for column in preview.columns] == [3, 2, 1]
    assert "3 of 60 cells of 'x' hold nothing." in preview.problems
    table = load(path, "kind")
    assert len(table.x) == 54
    assert np.isfinite(table.x).all()
    assert table.notes == ("6 of 60 rows were left out because something was missing.",)
    np.testing.assert_allclose(table.x[:, 0], [n + 0.5 for n in range(60) if n not in gaps])


def test_a_column_that_is_mostly_missing_costs_no_rows(file: Any) -> None:
    path = file("x,seldom,y\n" + "".join(f"{n}.5,{n % 2 if n > 40 else ''},{n}.25\n" for n in range(60)))
    table = load(path, "y")
    assert table.features == ("x",)
    assert len(table.x) == 60
    assert "'seldom' is no input: it is mostly missing." in table.notes


def test_a_stray_word_among_many_numbers_is_a_gap_and_said(file: Any) -> None:
    path = file("x,y\n" + "".join(f"{'oops' if n == 50 else n * 0.7},{n * 0.1}\n" for n in range(400)))
    assert inspect(path).columns[0].kind == "number"
    table = load(path, "y")
    assert len(table.x) == 399
    assert "Cells of 'x' that are no numbers count as missing: 1." in table.notes


@pytest.mark.parametrize(
    ("cells", "classes"),
    [
        (["3", "1", "2"], ("1", "2", "3")),
        (["10", "9", "-1"], ("-1", "9", "10")),
        (["1.0", "2", "1"], ("1", "2")),
        (["0.5", "1", "2"], ()),
        ([str(n) for n in range(20)], tuple(map(str, range(20)))),
        ([str(n) for n in range(21)], ()),
        (["a", "2", "1"], ("1", "2", "a")),
    ],
)
def test_a_target_is_classes_or_quantities(file: Any, cells: list[str], classes: tuple[str, ...]) -> None:
    rows = [(random.Random(n).random(), cells[n % len(cells)]) for n in range(120)]
    table = load(file("x,y\n" + "".join(f"{x},{y}\n" for x, y in rows)), "y")
    assert table.class_names == classes
    if classes:
        names = [name if name in classes else name.removesuffix(".0") for _, name in rows]
        assert [classes[number] for number in table.y] == names
    else:
        assert table.y.dtype == np.float32
        np.testing.assert_allclose(table.y, [float(y) for _, y in rows])


@pytest.mark.parametrize(
    ("content", "target", "says"),
    [
        ("x,y\n1,2\n2,2\n", "y", "The target 'y' has the same answer in every row."),
        ("x,y\n1,\n2,\n", "y", "The target 'y' is empty."),
        ("x,y\n1,2\n2,3\n", "z", "has no column 'z'. Expected one of 'x', 'y'."),
        ("x,y\n1,2\n1,3\n", "y", "has no column to predict 'y' from"),
        ("x,y\n1,\n,3\n3,\n,4\n", "y", "has too few rows in which nothing is missing: 0"),
    ],
)
def test_what_nothing_can_be_learnt_from_is_refused(file: Any, content: str, target: str, says: str) -> None:
    assert says in refusal(file(content), target)


def test_a_target_of_too_many_words_is_refused_and_of_just_enough_is_not(file: Any) -> None:
    def of(count: int) -> Path:
        return file("x,y\n" + "".join(f"{n % 8}.5,word {n % count}\n" for n in range(3 * count)))  # type: ignore[no-any-return]

    assert f"has more than {MOST_CLASSES} different words" in refusal(of(MOST_CLASSES + 1), "y")
    assert len(load(of(MOST_CLASSES), "y").class_names) == MOST_CLASSES


def test_a_column_to_leave_out_must_be_there(file: Any) -> None:
    assert "has no column 'c'" in refusal(file(PLANTS), "kind", without=["c"])


def test_a_changed_file_is_looked_through_again(file: Any) -> None:
    path = file(PLANTS)
    assert inspect(path) is inspect(str(path))
    path.write_text(PLANTS + "1,2,round,pine\n")
    assert inspect(path).rows == 31


def test_too_large_a_file_is_thinned_evenly_and_said(file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file("x,z,y\n" + "".join(f"{n},{n % 5}.5,{n % 3}\n" for n in range(30_000)))
    whole = load(path, "y")
    monkeypatch.setattr(csv_data, "MOST_CELLS", 2000)
    table = load(path, "y")
    assert table.x.shape == (1000, 2)
    assert table.notes == ("1,000 of 30,000 rows were drawn at random.",)
    rows = table.x[:, 0].astype(int)
    assert (np.diff(rows) > 0).all()
    np.testing.assert_array_equal(whole.y[rows], table.y)
    counts = np.histogram(rows, 10, (0, 30_000))[0]
    assert counts.min() > 60
    np.testing.assert_array_equal(load(path, "y").x, table.x)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.sampled_from([None, True, False]),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=3),
)
def test_a_key_says_what_was_put_in(path: str, target: str, header: bool | None, without: list[str]) -> None:
    made = key(path, target, header, without)
    assert csv_key.is_key(made)
    assert options_of(made) == csv_key.CsvKey(path, target, header, tuple(without))


def test_a_key_of_a_plain_path_reads_well() -> None:
    assert key("/data/ada/plants.csv", "height") == "csv:/data/ada/plants.csv?target=height"


words = st.text(string.ascii_letters + "äß ,;\"'\n", min_size=1, max_size=8).filter(lambda word: word.strip() == word)
numbers = st.floats(-1e30, 1e30).map(lambda value: f"{value:.9g}")


@settings(max_examples=150, deadline=None, suppress_health_check=WITHIN_A_TEST)
@given(st.data())
def test_numbers_come_back_as_they_were_written(file: Any, data: st.DataObject) -> None:
    width, separator = data.draw(st.integers(1, 4)), data.draw(st.sampled_from(list(csv_text.SEPARATORS)))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    rows = data.draw(st.lists(st.tuples(*[numbers] * width), min_size=25, max_size=40, unique=True))
    names = [f"n{number}" for number in range(width)] + ["answer"]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=data.draw(st.sampled_from(["\n", "\r\n"])))
    writer.writerow(names)
    writer.writerows([[*row, "yes" if at % 2 else "no"] for at, row in enumerate(rows)])
    path = file(stream.getvalue(), encoding)
    varies = [len({row[column] for row in rows}) > 1 for column in range(width)]
    table = load(path, "answer")
    assert table.features == tuple(name for name, kept in zip(names, varies, strict=False) if kept)
    np.testing.assert_array_equal(table.x, np.array(rows, np.float32)[:, varies])
    np.testing.assert_array_equal(table.y, np.arange(len(rows)) % 2)


@settings(max_examples=150, deadline=None, suppress_health_check=WITHIN_A_TEST)
@given(st.lists(words, min_size=2, max_size=10, unique=True), st.sampled_from(list(csv_text.SEPARATORS)), st.data())
def test_words_come_back_as_they_were_written(file: Any, kinds: list[str], separator: str, data: st.DataObject) -> None:
    kinds = [kind for kind in kinds if not csv_text.is_missing(kind) and csv_text.read_number(kind, separator) is None]
    if len(kinds) < 2:
        return
    chosen = kinds + data.draw(st.lists(st.sampled_from(kinds), min_size=20, max_size=40))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerows([["x", "y"], *([f"{at % 7}.5", kind] for at, kind in enumerate(chosen))])
    table = load(file(stream.getvalue()), "y")
    assert table.class_names == tuple(sorted(kinds))
    assert [table.class_names[number] for number in table.y] == chosen


MEASURE = """
import sys
from gdviz.engine import csv_data

def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

before = peak()
table = csv_data.load(sys.argv[1], "y")
print(peak() - before, table.x.nbytes / 2**20, len(table.x))
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the peak memory from /proc")
def test_a_file_of_30_megabytes_takes_little_more_memory_than_its_numbers(tmp_path: Path) -> None:
    path, numbers = tmp_path / "big.csv", random.Random(0)
    block = "".join(
        f"{numbers.gauss(0, 1):.5f},{numbers.gauss(0, 1):.5f},{n % 5},w{n},{n % 2}\n" for n in range(50_000)
    )
    with path.open("w") as file:
        file.write("a,b,c,d,y\n")
        file.writelines([block] * (30_000_000 // len(block)))
    done = subprocess.run([sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True)
    grown, kept, rows = map(float, done.stdout.split())
    assert rows == 50_000 * (30_000_000 // len(block))
    assert grown < 2 * kept + 15
