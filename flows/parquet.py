"""Claims as a Parquet file, a row group at a time, so that memory does not grow with the input."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extract.model import Reading
from flows.outfile import staged
from load.arrow import table
from load.rows import CLAIMS
from load.shapes import without_misfits
from transform.calibration import Calibration
from transform.claims import TidyClaim, tidy
from transform.references import References

_GROUP = 20_000
_SCHEMA = pa.schema([pa.field("article", pa.string()), *CLAIMS, pa.field("confidence", pa.float64())])


@contextmanager
def parquet_writer(path: Path, references: References, calibration: Calibration) -> Iterator[Callable[[Reading], int]]:
    """A function that adds a reading's claims to the file and says how many; the file is there when all went well."""
    claims: list[TidyClaim] = []
    articles: list[str] = []
    with staged(path) as new, pq.ParquetWriter(new, _SCHEMA, compression="zstd") as writer:

        def flush() -> None:
            if claims:
                sure = [calibration.confidence(one.rule, one.kind, one.subject) for one in claims]
                rows = table(claims, CLAIMS).append_column("confidence", pa.array(sure, pa.float64()))
                writer.write_table(rows.add_column(0, "article", pa.array(articles, pa.string())))
                claims.clear()
                articles.clear()

        def write(reading: Reading) -> int:
            found = tidy(without_misfits(reading), references)
            claims.extend(found)
            articles.extend([reading.document.article] * len(found))
            if len(claims) >= _GROUP:
                flush()
            return len(found)

        yield write
        flush()
