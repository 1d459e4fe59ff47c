"""Tell how many States Parties there were on an average day of a year. Only the files of the years asked for are read.

icc export rome-statute --daily --parquet && python daily_spark.py rome-statute
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

spark = SparkSession.builder.master("local[*]").appName("rome-statute").getOrCreate()
days = spark.read.parquet(f"{sys.argv[1]}/parquet/panel-state-day").where("year BETWEEN 2016 AND 2018")
number = f.countDistinct("date")
by_year = days.groupBy("year").agg(
    number.alias("days"), f.round(f.sum("state_party") / number, 2).alias("state_parties")
)
print("year,days,state_parties")
for row in by_year.orderBy("year").collect():
    print(*row, sep=",")
