# How many parties, notices and departures did each year bring? And a model of the panel: an association, no cause.
# Rscript panel.R rome-statute
package <- commandArgs(trailingOnly = TRUE)[1]

# Namibia's alpha-2 code is NA: only an empty cell is missing. M49 codes have leading zeros.
panel <- read.csv(
  file.path(package, "csv", "panel-state-year.csv"),
  na.strings = "", colClasses = c(iso2 = "character", m49 = "character"), encoding = "UTF-8"
)
past <- subset(panel, projected == 0 & status != "not-yet-a-state")

years <- aggregate(cbind(state_party, notified_in_year, rescinded_in_year, left_in_year) ~ year, past, sum)
write.csv(years, row.names = FALSE, quote = FALSE)

model <- glm(state_party ~ I(situations_open + examinations_open > 0) + region + factor(year), binomial, past,
             subset = year >= 2003)
cat(sprintf("# %d State-years; odds ratio where the Court is at work: %.2f\n", nobs(model), exp(coef(model)[2])))
