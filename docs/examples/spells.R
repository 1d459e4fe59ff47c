# How long do States that signed wait before they deposit? The share that had not, by years since signature; and a Cox
# model of the deposit by regional group: an association, no cause.
# Rscript spells.R rome-statute
library(survival)
package <- commandArgs(trailingOnly = TRUE)[1]

spells <- read.csv(file.path(package, "csv", "state-spell.csv"), na.strings = "", encoding = "UTF-8")
spells$deposited <- !is.na(spells$event) & spells$event == "deposited"  # an empty event is a censored spell
waiting <- subset(spells, status %in% c("signatory", "signatory-no-intent"))

curve <- survfit(Surv(signed_start, signed_stop, deposited) ~ 1, waiting, id = iso3)
years <- c(1, 2, 5, 10, 20)
found <- summary(curve, times = round(years * 365.25))
write.csv(data.frame(years, at_risk = found$n.risk, not_deposited = round(found$surv, 4)), row.names = FALSE)

model <- coxph(Surv(signed_start, signed_stop, deposited) ~ region, waiting, id = iso3)
signatories <- length(unique(waiting$iso3))
cat(sprintf("# %d signatories, %d deposits; hazard ratios to the African group:\n", signatories, model$nevent))
cat(sprintf("# %s %.2f\n", sub("region", "", names(coef(model))), exp(coef(model))), sep = "")
