"""The lists of the Python API as tables of other libraries: pandas, polars, Arrow."""

from typing import Any

from icc_cli.api.hearing import Hearing


class Frames(Hearing):
    """The dataset, open for all questions; what a list answers may be had as a table."""

    def to_pandas(self, listing: str, *names: Any, **question: Any) -> Any:
        """Return a list as a DataFrame of pandas; needs the extra `pandas`.

        A column is one of days where each of its values is a whole day, and of text where a month or a year is among
        them. Lists stay lists, and numbers whole: what is not known is missing.

        Args:
            listing: The method that returns the list: `parties`, `events`, `cases`, `state_amendments`, `panel`, …
            names: What that method takes without a name, such as States.
            question: What it takes by name: `on`, `states`, `since`, …

        Returns:
            The DataFrame: a row for each record, a column for each field; with `supposed` where acts are supposed.

        Raises:
            UsageError: If there is no such list, it cannot be asked so, or pandas is missing; else as the method.

        >>> dataset.to_pandas("parties", on="2016-11-16", regions="african")["party_since"].min().year
        2002
        """
        from icc_cli.api import tables

        return tables.pandas(tables.columns_of(self, listing, names, question))

    def to_polars(self, listing: str, *names: Any, **question: Any) -> Any:
        """Return a list as a DataFrame of polars; needs the extra `polars`.

        Args:
            listing: The method that returns the list, as for `to_pandas`.
            names: What that method takes without a name.
            question: What it takes by name.

        Returns:
            The DataFrame, with columns as for `to_pandas`; a record within is a struct.

        Raises:
            UsageError: If there is no such list, it cannot be asked so, or polars is missing; else as the method.

        >>> dataset.to_polars("withdrawals", on="2016-11-16", outcomes="pending")["days_left"].to_list()
        [337, 345, 359]
        """
        from icc_cli.api import tables

        return tables.polars(tables.columns_of(self, listing, names, question))

    def to_arrow(self, listing: str, *names: Any, **question: Any) -> Any:
        """Return a list as a Table of Arrow; needs the extra `parquet`.

        Args:
            listing: The method that returns the list, as for `to_pandas`.
            names: What that method takes without a name.
            question: What it takes by name.

        Returns:
            The Table, with columns as for `to_pandas`; a record within is a struct.

        Raises:
            UsageError: If there is no such list, it cannot be asked so, or pyarrow is missing; else as the method.

        >>> str(dataset.to_arrow("withdrawals", on="2016-11-16").schema.field("notified").type)
        'date32[day]'
        """
        from icc_cli.api import tables

        return tables.arrow(tables.columns_of(self, listing, names, question))
