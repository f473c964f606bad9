home-title = { $name }
home-heading = x
