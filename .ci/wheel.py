"""Builds the wheel and the source archive twice, from two copies of this clone, and fails if any byte differs."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def build(folder: Path) -> dict[str, str]:
    """Return the names of what is built and the sums of its bytes."""
    clone, built = folder / "clone", folder / "built"
    kept = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, kept.split("\0")):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)  # with another time of its own
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", built, clone],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(built.iterdir())}


def main() -> int:
    """Build twice and compare."""
    sums = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            sums.append(build(Path(folder)))
    sys.stdout.writelines(f"{digest}  {name}\n" for name, digest in sums[0].items())
    return int(sums[0] != sums[1])


if __name__ == "__main__":
    sys.exit(main())
