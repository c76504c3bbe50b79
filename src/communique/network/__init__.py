"""Networks: who is tied to whom, as graphs of NetworkX, and what can be measured on them."""
