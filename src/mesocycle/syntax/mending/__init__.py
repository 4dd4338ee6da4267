"""What is said to text that the grammar refuses: what is meant, what to type, what still counts."""
