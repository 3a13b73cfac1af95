"""A baseline: the findings that are known already and not reported again, kept in a file beside the manuscripts."""

from lint_article.engine.baseline.compare import Comparison, compare
from lint_article.engine.baseline.file import Baseline, read_baseline
from lint_article.engine.baseline.known import Known, identify

__all__ = ["Baseline", "Comparison", "Known", "compare", "identify", "read_baseline"]
