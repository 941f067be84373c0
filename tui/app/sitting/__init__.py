"""What one sitting holds: articles, settings, marks, places, and what reviewers do and have done."""
