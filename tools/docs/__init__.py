"""Everything in the documents that the program itself writes: one command writes it all, and checks it.

python -m tools.docs            # write what has changed
python -m tools.docs --check    # exit with 1 if anything would
"""
