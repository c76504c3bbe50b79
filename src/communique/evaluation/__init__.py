"""How good a reading is: predictions held against gold annotations."""
