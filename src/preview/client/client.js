// The preview's script.
