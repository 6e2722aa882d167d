"""What an index knows -> candidates for gold questions, for a person to edit; none of them counts before."""
