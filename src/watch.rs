//! Watching the site's folder: from the system's events to wakes.
