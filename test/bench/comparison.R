# The same comparison from raw answers in plain R: two waves of 40 items, partly linked by person, of 20 sites.
# Prints the seconds it took: reading included, starting R not. The same work as the program's, figure by figure:
# items, scales and index with both waves, limits, the partially overlapping samples test (Derrick and others, 2017),
# the linked persons' own change, signed ranks, shares, alpha; groups; weights; comparison group; stayers.
args <- commandArgs(trailingOnly = TRUE)
start <- proc.time()[["elapsed"]]
before <- read.csv(args[1])
after <- read.csv(args[2])
headcount <- read.csv(args[3])
items <- setdiff(names(before), c("person", "site"))
reversed <- items[grepl("\\.i5$", items)]
before[reversed] <- 6 - before[reversed]
after[reversed] <- 6 - after[reversed]
scales <- split(items, sub("\\..*$", "", items))

score <- function(data, columns, fewest) {
  answers <- as.matrix(data[columns])
  means <- rowMeans(answers, na.rm = TRUE)
  means[rowSums(!is.na(answers)) < fewest] <- NA
  means
}
measures <- names(scales)
for (name in measures) {
  before[[name]] <- score(before, scales[[name]], 3)
  after[[name]] <- score(after, scales[[name]], 3)
}
before$index <- (score(before, items, 20) - 1) * 25
after$index <- (score(after, items, 20) - 1) * 25
measures <- c(measures, "index")

first_of <- match(after$person, before$person)
rows_after <- which(!is.na(first_of))
rows_before <- first_of[rows_after]

figures <- function(x, people) {
  x <- x[!is.na(x)]
  n <- length(x)
  half <- qt(0.975, n - 1) * sd(x) / sqrt(n) * sqrt(max(0, (people - n) / (people - 1)))
  c(n, mean(x), sd(x), mean(x) - half, mean(x) + half)
}
wilson <- function(count, n) {
  z <- qnorm(0.975)
  middle <- (count + z^2 / 2) / (n + z^2)
  half <- z * sqrt(count * (n - count) / n + z^2 / 4) / (n + z^2)
  c(middle - half, middle + half)
}
overlapping_t <- function(x, y, one, two) {
  both <- !is.na(one) & !is.na(two)
  pairs <- sum(both)
  n1 <- as.numeric(sum(!is.na(x))); n2 <- as.numeric(sum(!is.na(y)))
  v1 <- var(x, na.rm = TRUE); v2 <- var(y, na.rm = TRUE)
  r <- cor(one[both], two[both])
  gamma <- (v1 / n1 + v2 / n2)^2 / ((v1 / n1)^2 / (n1 - 1) + (v2 / n2)^2 / (n2 - 1))
  df <- (pairs - 1) + (gamma - pairs + 1) / (n1 + n2) * (n1 + n2 - 2 * pairs)
  error <- sqrt(v1 / n1 + v2 / n2 - 2 * r * sqrt(v1 * v2) * pairs / (n1 * n2))
  change <- mean(y, na.rm = TRUE) - mean(x, na.rm = TRUE)
  p <- 2 * pt(-abs(change / error), df)
  g <- change / sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / (n1 + n2 - 2))
  c(change, change + c(-1, 1) * qt(0.975, df) * error, p, g)
}
overlapping_z <- function(x, y, one, two) {
  both <- !is.na(one) & !is.na(two)
  a <- x[!is.na(x)] > 3; b <- y[!is.na(y)] > 3
  cells <- table(factor(one[both] > 3, c(FALSE, TRUE)), factor(two[both] > 3, c(FALSE, TRUE)))
  c(mean(a), mean(b), wilson(sum(a), length(a)), wilson(sum(b), length(b)), cells)
}
linked_only <- function(one, two) {
  both <- !is.na(one) & !is.na(two)
  change <- two[both] - one[both]
  c(t.test(change)$p.value, wilcox.test(change, exact = FALSE)$p.value,
    mean(change) / sd(change), table(sign(change)))
}
people <- sum(headcount$headcount)
p <- sapply(items, function(item) {
  x <- before[[item]]; y <- after[[item]]
  one <- x[rows_before]; two <- y[rows_after]
  figures(x, people); figures(y, people)
  overlapping_z(x, y, one, two)
  linked_only(one, two)
  overlapping_t(x, y, one, two)[4]
})
p <- p.adjust(p, "BH")

alpha <- function(data) {
  covariance <- cov(data, use = "complete.obs")
  k <- ncol(data)
  k / (k - 1) * (1 - sum(diag(covariance)) / sum(covariance))
}
q <- sapply(measures, function(name) {
  x <- before[[name]]; y <- after[[name]]
  one <- x[rows_before]; two <- y[rows_after]
  figures(x, people); figures(y, people)
  if (name != "index") {
    alpha(before[scales[[name]]]); alpha(after[scales[[name]]])
    linked_only(one, two)
    # The lowest quarter of the first wave, and what regression to the mean alone would bring.
    low <- !is.na(one) & !is.na(two) & one <= quantile(one, 0.25, na.rm = TRUE)
    mean(two[low] - one[low])
  }
  mean(x[-rows_before], na.rm = TRUE); mean(y[-rows_after], na.rm = TRUE)
  overlapping_t(x, y, one, two)[4]
})
q <- p.adjust(q, "holm")

# Groups: the same tests within each site; linked are those who are of the site in both waves.
sites <- sort(unique(c(before$site, after$site)))
site_before <- before$site[rows_before]
site_after <- after$site[rows_after]
for (name in measures) {
  x <- before[[name]]; y <- after[[name]]
  for (site in sites) {
    stayed <- site_before == site & site_after == site
    a <- x[before$site == site]; b <- y[after$site == site]
    figures(a, people); figures(b, people)
    if (sum(stayed) > 7) overlapping_t(a, b, x[rows_before][stayed], y[rows_after][stayed])
  }
  # Weighted to the headcounts, and the second wave to the first one's sites.
  for (target in list(setNames(headcount$headcount, headcount$site), table(before$site[!is.na(x)]))) {
    for (wave in list(before, after)) {
      known <- !is.na(wave[[name]])
      weight <- as.numeric((target / table(wave$site[known])[names(target)])[wave$site[known]])
      weighted.mean(wave[[name]][known], weight)
      sum(weight^2) * length(weight) / sum(weight)^2
    }
  }
  # Difference in differences of the persons who stayed, and analysis of covariance.
  stayed <- site_before == site_after
  one <- x[rows_before][stayed]; two <- y[rows_after][stayed]
  treated <- site_before[stayed] != "site 20"
  if (min(table(treated)) >= 20) {
    t.test((two - one)[treated], (two - one)[!treated])
    summary(lm(two ~ one + treated))
  }
}
cat(proc.time()[["elapsed"]] - start, "\n")
