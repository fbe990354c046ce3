// The words of the work. The room is furnished by the commits that follow.
