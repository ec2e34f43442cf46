# The same comparison from raw answers in plain R: two waves of 40 items, linked by person. Prints the seconds it took.
args <- commandArgs(trailingOnly = TRUE)
start <- proc.time()[["elapsed"]]
before <- read.csv(args[1])
after <- read.csv(args[2])
items <- setdiff(names(before), c("person", "site"))
scale_of <- sub("\\..*$", "", items)
turn <- function(data) {
  reversed <- items[grepl("\\.i5$", items)]
  data[reversed] <- 6 - data[reversed]
  data
}
before <- turn(before)
after <- turn(after)
linked <- merge(before, after, by = "person", suffixes = c(".b", ".a"))
compare <- function(one, two, first, second) {
  paired <- t.test(two, one, paired = TRUE)
  welch <- t.test(second, first)
  rank <- wilcox.test(two, one, paired = TRUE, exact = FALSE)
  c(paired$p.value, welch$p.value, rank$p.value, sd(first, na.rm = TRUE), sd(second, na.rm = TRUE))
}
p <- numeric(0)
for (item in items) {
  one <- linked[[paste0(item, ".b")]]
  two <- linked[[paste0(item, ".a")]]
  p <- c(p, compare(one, two, before[[item]], after[[item]])[1])
  high <- table(factor(one > 3, c(FALSE, TRUE)), factor(two > 3, c(FALSE, TRUE)))
  mcnemar.test(high)
  prop.test(c(sum(before[[item]] > 3, na.rm = TRUE), sum(after[[item]] > 3, na.rm = TRUE)),
            c(sum(!is.na(before[[item]])), sum(!is.na(after[[item]]))))
}
p <- p.adjust(p, "BH")
score <- function(data, columns) rowMeans(data[columns], na.rm = TRUE)
alpha <- function(data) {
  covariance <- cov(data, use = "complete.obs")
  k <- ncol(data)
  k / (k - 1) * (1 - sum(diag(covariance)) / sum(covariance))
}
scales <- split(items, scale_of)
q <- sapply(scales, function(columns) {
  alpha(before[columns])
  alpha(after[columns])
  compare(score(linked, paste0(columns, ".b")), score(linked, paste0(columns, ".a")),
          score(before, columns), score(after, columns))[1]
})
q <- p.adjust(q, "holm")
for (site in unique(before$site)) {
  for (columns in scales) {
    t.test(score(after[after$site == site, ], columns), score(before[before$site == site, ], columns))
  }
}
cat(proc.time()[["elapsed"]] - start, "\n")
