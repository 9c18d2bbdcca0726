"""The desk's side of the feed: connects, resumes, keeps what is not yet sent."""
