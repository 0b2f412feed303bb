"""The benchmarks' harness: it sets up servers and files, runs the contenders in turn, checks their results and reports."""
