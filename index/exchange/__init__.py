"""What documents state as files for other programs: CSV, Excel, JSON, FollowTheMoney, Markdown."""
