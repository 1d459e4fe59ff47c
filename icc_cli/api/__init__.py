"""The public Python API: the same questions and answers as on the command line, typed."""

from icc_cli.api.dataset import IccDataset as IccDataset
from icc_cli.api.dataset import as_json as as_json
from icc_cli.api.dataset import open_dataset as open_dataset
